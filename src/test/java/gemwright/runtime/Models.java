package gemwright.runtime;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/// The small models beside this test, made by `make.py` there.
final class Models {
    private Models() {}

    static Path path(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(
                                    Models.class.getResource("models/" + name + ".onnx"), name)
                            .toURI());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
