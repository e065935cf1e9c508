import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes an installable image from `target/gemwright` with jpackage, in `target/image`.
///
/// `java packaging/Image.java BASEDIR VERSION [TYPE]`, TYPE being `app-image` (default), `deb`,
/// `rpm`, `msi`, `dmg` … An app image starts by double-click; file associations come with an
/// installer type.
final class Image {
    private static final String SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);

    private Image() {}

    /// `BASEDIR VERSION [TYPE]`.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path base = Path.of(arguments[0]).toAbsolutePath();
        String version = arguments[1].replace("-SNAPSHOT", "");
        String type = arguments.length > 2 ? arguments[2] : "app-image";
        Path folder = base.resolve("target").resolve("image");
        Recording.delete(folder);
        Path content = stage(base.resolve("target/gemwright"), folder.resolve("content"));
        pack(options(base, content, folder, version, type));
        if (type.equals("app-image")) {
            // jpackage puts every jar on the class path, in an order of its own, with new times:
            // the cache needs
            // that very order and those times. In an installer they change once more, so it goes
            // without.
            Path application = application(folder.resolve("Gemwright"));
            Recording.record(
                    base.resolve("target/gemwright/runtime/bin/java"),
                    classPath(application),
                    application,
                    application.resolve("gemwright.aot"),
                    "whole",
                    folder.resolve("walk.log"));
        }
        Recording.delete(content);
    }

    private static void pack(List<String> options) {
        int exit =
                ToolProvider.findFirst("jpackage")
                        .orElseThrow(() -> new IllegalStateException("this JDK has no jpackage"))
                        .run(System.out, System.err, options.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("jpackage ended with " + exit);
        }
    }

    /// Where the image keeps what was its input.
    private static Path application(Path image) throws IOException {
        try (Stream<Path> all = Files.walk(image)) {
            return all.filter(path -> path.endsWith("Gemwright.cfg"))
                    .findFirst()
                    .orElseThrow()
                    .getParent();
        }
    }

    private static String classPath(Path application) throws IOException {
        String entry = "app.classpath=$APPDIR/";
        return Files.readAllLines(application.resolve("Gemwright.cfg")).stream()
                .filter(line -> line.startsWith(entry))
                .map(line -> application.resolve(line.substring(entry.length())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> options(
            Path base, Path content, Path folder, String version, String type) throws IOException {
        Path packaging = base.resolve("packaging");
        List<String> options = new ArrayList<>();
        add(options, "--type", type);
        add(
                options,
                "--name",
                SYSTEM.contains("linux") && !type.equals("app-image") ? "gemwright" : "Gemwright");
        add(options, "--app-version", version);
        add(options, "--vendor", "Gemwright");
        add(options, "--description", "ONNX model workbench");
        add(options, "--input", content.toString());
        add(options, "--runtime-image", base.resolve("target/gemwright/runtime").toString());
        add(options, "--main-jar", "lib/gemwright.jar");
        add(options, "--main-class", "gemwright.Main");
        add(options, "--icon", base.resolve("assets/icons/icon-256.png").toString());
        add(options, "--resource-dir", packaging.resolve("linux").toString());
        add(options, "--dest", folder.toString());
        List<String> java = new ArrayList<>(Recording.OPTIONS);
        if (type.equals("app-image")) {
            java.add("-XX:AOTCache=$APPDIR/gemwright.aot");
        }
        java.add("-Xlog:disable");
        java.add("-Dgemwright.home=$APPDIR");
        java.add("-Donnxruntime.native.path=$APPDIR/natives/onnxruntime");
        java.forEach(option -> add(options, "--java-options", option));
        if (!type.equals("app-image")) {
            add(options, "--license-file", packaging.resolve("LICENSE").toString());
            try (Stream<Path> associations = Files.list(packaging.resolve("associations"))) {
                for (Path association : associations.sorted().toList()) {
                    add(options, "--file-associations", association.toString());
                }
            }
            if (SYSTEM.contains("linux")) {
                options.add("--linux-shortcut");
                add(options, "--linux-menu-group", "Development;Science");
            }
        }
        return options;
    }

    private static void add(List<String> options, String name, String value) {
        options.add(name);
        options.add(value);
    }

    /// jpackage puts its whole input beside the main jar: the jars, and what the launcher's folder
    /// has beside them.
    private static Path stage(Path built, Path content) throws IOException {
        copy(built.resolve("lib"), content.resolve("lib"));
        copy(built.resolve("natives"), content.resolve("natives"));
        copy(built.resolve("sample-models"), content.resolve("sample-models"));
        return content;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
