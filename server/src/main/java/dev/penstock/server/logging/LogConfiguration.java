package dev.penstock.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;

/// Sets Logback up, which finds this class by itself as a service. Every line goes to stderr;
/// stdout belongs to the commands. Our own lines are logged from the level of [LogVariable#LEVEL]
/// on, those of libraries (Jetty, HikariCP, Flyway, the AWS SDK …) at best from `warn` on.
///
/// In Java and not in a `logback.xml`, because reading XML took longer than all the rest of setting
/// up. Whoever wants another set-up names a file by `-Dlogback.configurationFile=…`.
public final class LogConfiguration extends ContextAwareBase implements Configurator {
    private static final List<String> OURS = List.of("dev.penstock", "penstock");
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg %kvp %mdc%n";

    private final Map<String, String> environment;

    /// For Logback.
    public LogConfiguration() {
        this(System.getenv());
    }

    LogConfiguration(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        // without a listener, what Logback says of itself goes to stdout
        context.getStatusManager().add(new NopStatusListener());
        Level level = Level.toLevel(LogVariable.LEVEL.in(environment));
        OURS.forEach(name -> context.getLogger(name).setLevel(level));
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender(context, level));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private ConsoleAppender<ILoggingEvent> appender(LoggerContext context, Level level) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("stderr");
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context));
        appender.addFilter(atLeast(level));
        appender.start();
        return appender;
    }

    private Encoder<ILoggingEvent> encoder(LoggerContext context) {
        Encoder<ILoggingEvent> encoder =
                LogVariable.FORMAT.in(environment).equals("text") ? text() : json();
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> text() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(PATTERN);
        return encoder;
    }

    private static Encoder<ILoggingEvent> json() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithSequenceNumber(false);
        return encoder;
    }

    private static ThresholdFilter atLeast(Level level) {
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(level.toString());
        filter.start();
        return filter;
    }
}
