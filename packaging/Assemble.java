import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Lays out `target/gemwright`: launcher, own runtime, jars, natives unpacked, sample models, AOT
/// cache.
///
/// Run by the build (`java packaging/Assemble.java`) with the JDK of the toolchain: `Assemble
/// BASEDIR JAR LIBRARIES_FOLDER`. Works for the system that it runs on.
///
/// The natives lie unpacked, because ONNX Runtime and DuckDB would otherwise unpack 96 MB into the
/// temporary folder at each start, where a killed process leaves them. The AOT cache is recorded
/// from one walk through the program; where recording fails the program still runs, only slower to
/// start.
final class Assemble {
    /// What the class path needs, plus: the JDK's HTTP server and client, Chinese and English
    /// locale data, GB18030, zip file systems, elliptic curves for TLS, and the console.
    private static final String MODULES =
            String.join(
                    ",",
                    "java.base",
                    "java.desktop",
                    "java.logging",
                    "java.management",
                    "java.naming",
                    "java.net.http",
                    "java.prefs",
                    "java.scripting",
                    "java.sql",
                    "java.xml",
                    "jdk.charsets",
                    "jdk.crypto.ec",
                    "jdk.httpserver",
                    "jdk.internal.le",
                    "jdk.jfr",
                    "jdk.localedata",
                    "jdk.management",
                    "jdk.unsupported",
                    "jdk.unsupported.desktop",
                    "jdk.zipfs");

    private static final String SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    private static final boolean ARM = System.getProperty("os.arch", "").matches("aarch64|arm64");

    private final Path base;
    private final Path target;
    private final Path lib;
    private final Path natives;

    private Assemble(Path base) {
        this.base = base;
        this.target = base.resolve("target").resolve("gemwright");
        this.lib = target.resolve("lib");
        this.natives = target.resolve("natives");
    }

    /// `BASEDIR JAR LIBRARIES_FOLDER`.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Assemble assemble = new Assemble(Path.of(arguments[0]).toAbsolutePath());
        assemble.clear();
        assemble.jars(Path.of(arguments[1]), Path.of(arguments[2]));
        assemble.runtime();
        assemble.launcher();
        assemble.companions();
        assemble.cache();
    }

    private void clear() throws IOException {
        Recording.delete(target);
        Files.createDirectories(lib);
        Files.createDirectories(natives);
    }

    private void jars(Path jar, Path libraries) throws IOException {
        Files.copy(jar, lib.resolve("gemwright.jar"));
        try (Stream<Path> files = Files.list(libraries)) {
            for (Path library : files.sorted().toList()) {
                String name = library.getFileName().toString();
                if (name.startsWith("onnxruntime-")) {
                    unpack(library, Assemble::isOnnxNative, natives.resolve("onnxruntime"));
                } else if (name.startsWith("duckdb_jdbc-")) {
                    // DuckDB looks for its library beside its jar.
                    unpack(library, Assemble::isDuckNative, lib);
                } else {
                    Files.copy(library, lib.resolve(name));
                }
            }
        }
    }

    /// Copies the jar without any natives, and lays out those of this system.
    private void unpack(Path jar, Predicate<String> ofThisSystem, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path slim = lib.resolve(jar.getFileName());
        try (InputStream file = Files.newInputStream(jar);
                ZipInputStream in = new ZipInputStream(file);
                OutputStream raw = Files.newOutputStream(slim);
                ZipOutputStream out = new ZipOutputStream(raw)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (ofThisSystem.test(name)) {
                    Files.copy(in, folder.resolve(name.substring(name.lastIndexOf('/') + 1)));
                } else if (!isNative(name) && !entry.isDirectory()) {
                    ZipEntry copy = new ZipEntry(name);
                    copy.setTime(entry.getTime());
                    out.putNextEntry(copy);
                    in.transferTo(out);
                    out.closeEntry();
                }
            }
        }
    }

    private static boolean isNative(String entry) {
        return entry.startsWith("ai/onnxruntime/native/") || entry.startsWith("libduckdb_java.so_");
    }

    private static boolean isOnnxNative(String entry) {
        String system = SYSTEM.contains("win") ? "win" : SYSTEM.contains("mac") ? "osx" : "linux";
        String folder = "ai/onnxruntime/native/" + system + (ARM ? "-aarch64/" : "-x64/");
        return entry.startsWith(folder)
                && !entry.substring(folder.length()).contains("/")
                && entry.matches(".*\\.(so|dll|dylib)");
    }

    private static boolean isDuckNative(String entry) {
        String system =
                SYSTEM.contains("win") ? "windows" : SYSTEM.contains("mac") ? "macos" : "linux";
        return entry.equals("libduckdb_java.so_" + system + (ARM ? "_arm64" : "_amd64"));
    }

    private void runtime() {
        ToolProvider jlink =
                ToolProvider.findFirst("jlink")
                        .orElseThrow(() -> new IllegalStateException("this JDK has no jlink"));
        int exit =
                jlink.run(
                        new PrintWriter(System.out, true),
                        new PrintWriter(System.err, true),
                        "--add-modules",
                        MODULES,
                        "--include-locales",
                        "en,zh",
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress",
                        "zip-1",
                        "--output",
                        target.resolve("runtime").toString());
        if (exit != 0) {
            throw new IllegalStateException("jlink ended with " + exit);
        }
    }

    private void launcher() throws IOException {
        Path bin = Files.createDirectories(target.resolve("bin"));
        Path packaging = base.resolve("packaging");
        if (SYSTEM.contains("win")) {
            Files.copy(packaging.resolve("gemwright.bat"), bin.resolve("gemwright.bat"));
        } else {
            Path script = bin.resolve("gemwright");
            Files.copy(packaging.resolve("gemwright.sh"), script);
            Set<PosixFilePermission> all = EnumSet.allOf(PosixFilePermission.class);
            all.remove(PosixFilePermission.GROUP_WRITE);
            all.remove(PosixFilePermission.OTHERS_WRITE);
            Files.setPosixFilePermissions(script, all);
        }
    }

    private void companions() throws IOException {
        Files.copy(base.resolve("packaging").resolve("LICENSE"), target.resolve("LICENSE"));
        Path samples = base.resolve("sample-models");
        try (Stream<Path> all = Files.walk(samples)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path copy =
                        target.resolve("sample-models")
                                .resolve(samples.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// Two caches: with all classes of the window in it, a small subcommand would start slower.
    private void cache() throws IOException, InterruptedException {
        record("small", "gemwright.aot");
        record("whole", "window.aot");
    }

    private void record(String walk, String cache) throws IOException, InterruptedException {
        Recording.record(
                target.resolve("runtime").resolve("bin").resolve("java"),
                lib.resolve("gemwright.jar").toString(),
                target,
                target.resolve(cache),
                walk,
                base.resolve("target").resolve("walk-" + walk + ".log"));
    }
}
