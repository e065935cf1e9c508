package gemwright.workbench;

import gemwright.base.Fingerprint;
import gemwright.base.FolderDraft;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.export.Platform;
import gemwright.export.Recipe;
import gemwright.export.TritonConfiguration;
import gemwright.onnx.Graph;
import gemwright.onnx.OnnxFile;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Takes a model to a platform: a folder that is complete, with the model, the program where our
/// own server runs there, and the files that the platform wants.
public final class Exporting {
    private static final int TOKEN_BYTES = 24;

    /// The samples are for people, and make the container larger.
    private static final Set<String> NOT_SERVED = Set.of("sample-models");

    private Exporting() {}

    /// What was written.
    ///
    /// @param model what it is called there
    /// @param files the texts among the files, in the folder
    public record Exported(Platform platform, String model, String sha256, List<String> files) {
        public Exported {
            files = List.copyOf(files);
        }
    }

    /// Writes the folder, whole or not at all.
    ///
    /// @param wanted what the model is to be called; every platform takes lower-case letters,
    ///   digits and hyphens
    /// @param folder that is not there yet, or is empty
    /// @throws Problem where the model cannot be converted, the platform cannot carry it, or this
    ///   is not the packaged program for Linux
    public static Exported export(
            Path file, String wanted, Platform platform, Path folder, Progress progress)
            throws Problem {
        String model = Recipe.name(wanted);
        String sha256 = Fingerprint.of(file, progress).sha256();
        Recipe recipe = new Recipe(platform, model, sha256, Environment.version());
        List<String> files = new ArrayList<>();
        try (FolderDraft draft = FolderDraft.of(folder)) {
            if (platform.isOurServer()) {
                draft.copy(program(file), "program", NOT_SERVED, progress);
            }
            model(file, platform, model, draft, progress);
            files.add(platform.modelFile(model));
            for (Map.Entry<String, String> text : recipe.texts().entrySet()) {
                draft.text(text.getKey(), text.getValue());
                files.add(text.getKey());
            }
            if (platform.isOurServer()) {
                token(draft);
                files.add("secret/token");
            } else {
                files.add(model + "/config.pbtxt");
            }
            draft.commit();
        }
        return new Exported(platform, model, sha256, files);
    }

    /// Writes the model as ONNX, converted where it is not, and what Triton has to know of it.
    private static void model(
            Path file, Platform platform, String name, FolderDraft draft, Progress progress)
            throws Problem {
        try (SourceModel source = Sources.open(file, progress)) {
            Converted converted = source.toOnnx(ConvertOptions.usual(), progress);
            if (platform == Platform.TRITON) {
                Graph graph = converted.model().graph();
                draft.text(name + "/config.pbtxt", TritonConfiguration.of(name, graph));
            }
            OnnxFile.write(
                    converted.model(),
                    draft.file(platform.modelFile(name)),
                    OnnxFile.Weights.AS_FOUND,
                    progress);
        }
    }

    /// The packaged program, which a container can run as it is.
    private static Path program(Path about) throws Problem {
        Path home = Path.of(System.getProperty("gemwright.home", ""));
        boolean packaged = Files.isRegularFile(home.resolve("bin").resolve("gemwright"));
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (System.getProperty("gemwright.home") == null || !packaged || !linux) {
            throw Problem.of("export.program", about);
        }
        return home;
    }

    /// A secret of this folder alone. The file may be read by the container's own user, who is
    /// another than ours; nobody else comes past its folder.
    private static void token(FolderDraft draft) throws Problem {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        draft.text("secret/token", HexFormat.of().formatHex(random) + "\n");
        try {
            permit(draft.file("secret/token"), "rw-r--r--");
            permit(draft.file("secret"), "rwx--x--x");
        } catch (IOException failed) {
            throw gemwright.base.AtomicFile.cannotWrite(draft.file("secret"), failed);
        }
    }

    private static void permit(Path path, String permissions) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
