package gemwright.export;

import gemwright.base.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Libraries with their versions, as pip and conda are told of them.
///
/// @param python `3.12`; empty where nothing tells it
/// @param requirements `numpy==2.2.6`, or the name alone where no version is known
public record PythonEnvironment(Optional<String> python, List<String> requirements) {
    /// The newest Python for which every release of a series of scikit-learn has a binary, by the
    /// files of those releases; newest series first.
    private static final List<Map.Entry<String, String>> PYTHONS =
            List.of(
                    Map.entry("1.8", "3.13"),
                    Map.entry("1.7", "3.13"),
                    Map.entry("1.6", "3.12"),
                    Map.entry("1.5", "3.12"),
                    Map.entry("1.4", "3.12"),
                    Map.entry("1.3", "3.11"),
                    Map.entry("1.2", "3.11"),
                    Map.entry("1.1", "3.10"),
                    Map.entry("1.0", "3.9"),
                    Map.entry("0.24", "3.9"));

    private static final String SKLEARN = "scikit-learn==";
    private static final String METADATA = ".dist-info";
    private static final int LONGEST_HEADER = 200;

    public PythonEnvironment {
        requirements = List.copyOf(requirements);
    }

    /// What a model file reveals.
    ///
    /// @param requirements as an inspection tells them
    public static PythonEnvironment revealed(List<String> requirements) {
        Optional<String> python =
                requirements.stream()
                        .filter(requirement -> requirement.startsWith(SKLEARN))
                        .map(requirement -> requirement.substring(SKLEARN.length()))
                        .flatMap(release -> pythonOf(release).stream())
                        .findFirst();
        return new PythonEnvironment(python, requirements);
    }

    private static Optional<String> pythonOf(String release) {
        return PYTHONS.stream()
                .filter(series -> release.startsWith(series.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// What is installed, read off the packages' own metadata (PEP 376); Python is not run.
    ///
    /// @param python an interpreter, or the folder of an environment
    /// @throws Problem where no packages lie there
    public static PythonEnvironment installed(Path python) throws Problem {
        try {
            Path packages = packages(python);
            Map<String, String> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            try (DirectoryStream<Path> all = Files.newDirectoryStream(packages, "*" + METADATA)) {
                for (Path one : all) {
                    read(one.resolve("METADATA"), found);
                }
            }
            List<String> requirements = new ArrayList<>();
            found.forEach((name, version) -> requirements.add(name + "==" + version));
            return new PythonEnvironment(version(packages), requirements);
        } catch (IOException | UncheckedIOException unreadable) {
            throw Problem.of(
                    "environment.unreadable", python, String.valueOf(unreadable.getMessage()));
        }
    }

    /// `lib/python3.12/site-packages` beside the interpreter, or `Lib\site-packages` on Windows.
    private static Path packages(Path python) throws Problem, IOException {
        Path start = python.toAbsolutePath().normalize();
        List<Path> roots = new ArrayList<>();
        for (Path at = start; at != null && roots.size() < 3; at = at.getParent()) {
            roots.add(at);
        }
        if (Files.isSymbolicLink(start)) {
            Path target = start.toRealPath().getParent();
            roots.add(target == null || target.getParent() == null ? start : target.getParent());
        }
        for (Path root : roots) {
            Path windows = root.resolve("Lib").resolve("site-packages");
            if (Files.isDirectory(windows)) {
                return windows;
            }
            Optional<Path> unix = newest(root.resolve("lib"));
            if (unix.isPresent()) {
                return unix.get();
            }
        }
        throw Problem.of("environment.none", python);
    }

    private static Optional<Path> newest(Path libraries) throws IOException {
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(libraries)) {
            return all.filter(path -> version(path.resolve("x")).isPresent())
                    .map(path -> path.resolve("site-packages"))
                    .filter(Files::isDirectory)
                    .max(
                            Comparator.comparing(
                                    path ->
                                            version(path)
                                                    .map(v -> v.substring(v.indexOf('.') + 1))
                                                    .map(Integer::valueOf)
                                                    .orElse(0)));
        }
    }

    /// The release of Python by the folder that its packages lie in; Windows does not tell.
    private static Optional<String> version(Path packages) {
        String folder =
                Optional.ofNullable(packages.getParent())
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .orElse("");
        return folder.matches("python3\\.\\d{1,3}")
                ? Optional.of(folder.substring("python".length()))
                : Optional.empty();
    }

    private static void read(Path metadata, Map<String, String> found) throws IOException {
        if (!Files.isRegularFile(metadata)) {
            return;
        }
        String name = "";
        String version = "";
        try (Stream<String> lines = Files.lines(metadata, StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) lines.limit(LONGEST_HEADER)::iterator) {
                if (line.isEmpty()) {
                    break;
                }
                if (line.startsWith("Name: ")) {
                    name = line.substring("Name: ".length()).strip();
                } else if (line.startsWith("Version: ")) {
                    version = line.substring("Version: ".length()).strip();
                }
            }
        }
        if (name.matches("[A-Za-z0-9._-]+") && version.matches("[A-Za-z0-9.!+_-]+")) {
            found.put(name, version);
        }
    }

    /// A `requirements.txt`.
    ///
    /// @param comment lines for its head
    public String asRequirements(List<String> comment) {
        StringBuilder text = new StringBuilder();
        comment.forEach(line -> text.append("# ").append(line).append('\n'));
        python.ifPresent(release -> text.append("# Python ").append(release).append('\n'));
        requirements.forEach(requirement -> text.append(requirement).append('\n'));
        return text.toString();
    }

    /// An `environment.yml` for conda, which installs by pip what pip names.
    ///
    /// @param name of the environment, quoted here
    public String asCondaFile(String name, List<String> comment) {
        StringBuilder text = new StringBuilder();
        comment.forEach(line -> text.append("# ").append(line).append('\n'));
        text.append("name: ").append(quoted(name)).append('\n');
        text.append("channels:\n  - conda-forge\ndependencies:\n");
        text.append("  - python").append(python.map(release -> "=" + release).orElse(""));
        text.append("\n  - pip\n");
        if (!requirements.isEmpty()) {
            text.append("  - pip:\n");
            requirements.forEach(one -> text.append("      - ").append(one).append('\n'));
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
    }
}
