package gemwright.ui.desk;

import gemwright.base.Home;

import org.kordamp.ikonli.feather.Feather;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A bundled model with its data, which every screen can be tried on.
///
/// @param id name of its folder, and of its texts `sample.ID.title` and `sample.ID.text`
/// @param icon what stands before its title
/// @param model its model file
/// @param reference rows that the model was trained on
/// @param data other data files of it
/// @param screens ids of the screens it is good for
/// @param files how many files it has
/// @param bytes their size together
public record Sample(
        String id,
        Feather icon,
        Path model,
        Optional<Path> reference,
        List<Path> data,
        List<String> screens,
        int files,
        long bytes) {
    public Sample {
        data = List.copyOf(data);
        screens = List.copyOf(screens);
    }

    /// The bundled sample whose model that file is.
    static Optional<Sample> of(Path model) {
        Path whole = model.toAbsolutePath().normalize();
        return Home.samples().map(Sample::in).orElse(List.of()).stream()
                .filter(sample -> sample.model().toAbsolutePath().normalize().equals(whole))
                .findFirst();
    }

    /// The samples under that folder; those whose model is missing are left out.
    public static List<Sample> in(Path folder) {
        return Stream.of(
                        of(
                                folder.resolve("employment"),
                                Feather.USERS,
                                "employment.joblib",
                                Optional.of("reference.csv"),
                                List.of("production.csv", "outcomes.csv"),
                                List.of("convert", "serve", "drift")),
                        of(
                                folder.resolve("digits"),
                                Feather.IMAGE,
                                "digits_cnn.onnx",
                                Optional.of("calibration.npz"),
                                List.of("test.npz"),
                                List.of("inspect", "quantize")))
                .filter(sample -> Files.isRegularFile(sample.model()))
                .toList();
    }

    private static Sample of(
            Path folder,
            Feather icon,
            String model,
            Optional<String> reference,
            List<String> data,
            List<String> screens) {
        List<Path> all =
                Stream.of(Stream.of(model), reference.stream(), data.stream())
                        .flatMap(names -> names)
                        .map(folder::resolve)
                        .filter(Files::isRegularFile)
                        .toList();
        return new Sample(
                String.valueOf(folder.getFileName()),
                icon,
                folder.resolve(model),
                reference.map(folder::resolve).filter(Files::isRegularFile),
                data.stream().map(folder::resolve).filter(Files::isRegularFile).toList(),
                screens,
                all.size(),
                all.stream().mapToLong(Sample::size).sum());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
