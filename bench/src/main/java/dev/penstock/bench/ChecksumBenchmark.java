package dev.penstock.bench;

import dev.penstock.checksum.Crc64Nvme;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// One operation is 1 MiB on one core, so operations per second are MiB/s.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ChecksumBenchmark {
    private static final int MIB = 1 << 20;

    private final byte[] bytes = new byte[MIB];

    public ChecksumBenchmark() {
        new Random(1).nextBytes(bytes);
    }

    @Benchmark
    public long crc64Nvme() {
        return valueOf(new Crc64Nvme());
    }

    @Benchmark
    public long crc32c() {
        return valueOf(new CRC32C());
    }

    @Benchmark
    public long crc32OfTheJdk() {
        return valueOf(new CRC32());
    }

    private long valueOf(Checksum checksum) {
        checksum.update(bytes, 0, bytes.length);
        return checksum.getValue();
    }
}
