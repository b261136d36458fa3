package dev.penstock.server.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// The settings in a YAML file: levels, or dots, as in `http: {port: 8480}` and `http.port: 8480`.
/// A key without a value counts as not set.
final class SettingsFile {
    private final Path file;
    private final Mistakes mistakes;
    private final Map<SettingKey, GivenValue> values = new EnumMap<>(SettingKey.class);

    SettingsFile(Path file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    Map<SettingKey, GivenValue> read() {
        content().flatMap(this::compose).ifPresent(this::readRoot);
        return values;
    }

    private Optional<String> content() {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            mistakes.add("%s: there is no such file".formatted(file));
        } catch (CharacterCodingException e) {
            mistakes.add("%s: not UTF-8".formatted(file));
        } catch (IOException e) {
            mistakes.add("%s: cannot be read".formatted(file));
        }
        return Optional.empty();
    }

    /// The parser's own messages quote lines of the file, which may hold secrets: only the place is
    /// told.
    private Optional<Node> compose(String content) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setSchema(new CoreSchema())
                        .setAllowNonScalarKeys(true)
                        .build();
        try {
            return new Compose(settings).composeString(content);
        } catch (MarkedYamlEngineException e) {
            mistakes.add("%s: not valid YAML".formatted(where(e.getProblemMark())));
        } catch (YamlEngineException e) {
            mistakes.add("%s: not valid YAML".formatted(file));
        }
        return Optional.empty();
    }

    private void readRoot(Node root) {
        if (root instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> readEntry("", entry));
        } else if (!isEmpty(root)) {
            mistakes.add("%s: keys with values are needed".formatted(where(root)));
        }
    }

    private void readEntry(String prefix, NodeTuple entry) {
        if (entry.getKeyNode() instanceof ScalarNode name) {
            readNode(prefix + name.getValue(), entry.getValueNode());
        } else {
            mistakes.add("%s: a key is a plain word".formatted(where(entry.getKeyNode())));
        }
    }

    private void readNode(String path, Node node) {
        if (SettingKey.isGroup(path)) {
            readGroup(path, node);
        } else {
            SettingKey.ofPath(path)
                    .ifPresentOrElse(key -> readValue(key, node), () -> refuse(path, node));
        }
    }

    private void readGroup(String path, Node node) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> readEntry(path + ".", entry));
        } else if (!isEmpty(node)) {
            mistakes.add("%s: keys are needed below it, in %s".formatted(path, where(node)));
        }
    }

    private void readValue(SettingKey key, Node node) {
        if (isEmpty(node)) {
            return;
        }
        if (!(node instanceof ScalarNode scalar)) {
            mistakes.add(key, "one single value is needed in " + where(node));
        } else if (values.containsKey(key)) {
            mistakes.add(key, "given twice, the second time in " + where(node));
        } else {
            values.put(key, new GivenValue(scalar.getValue(), where(node)));
        }
    }

    private void refuse(String path, Node node) {
        mistakes.add(
                "%s: there is no such key, in %s%s"
                        .formatted(
                                path.replaceAll("\\p{Cntrl}", " "),
                                where(node),
                                NearestName.hint("", path, known())));
    }

    private static boolean isEmpty(Node node) {
        return node.getTag().equals(Tag.NULL)
                || (node instanceof ScalarNode scalar && scalar.getValue().isEmpty());
    }

    private static Stream<String> known() {
        return Arrays.stream(SettingKey.values()).map(SettingKey::path);
    }

    private String where(Node node) {
        return where(node.getStartMark());
    }

    private String where(Optional<Mark> mark) {
        return file + mark.map(place -> " line " + (place.getLine() + 1)).orElse("");
    }
}
