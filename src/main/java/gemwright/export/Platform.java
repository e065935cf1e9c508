package gemwright.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where a model can be taken to.
public enum Platform {
    DOCKER,
    COMPOSE,
    KUBERNETES,
    KSERVE,
    TRITON;

    /// The word on the command line: the name in lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The platform of that word.
    public static Optional<Platform> of(String word) {
        for (Platform platform : values()) {
            if (platform.word().equals(word)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }

    /// Whether our own server runs there, in a container.
    public boolean isOurServer() {
        return this != TRITON;
    }

    /// The texts of its folder.
    List<String> texts() {
        return switch (this) {
            case DOCKER -> List.of("Dockerfile", ".dockerignore", "README.md");
            case COMPOSE -> List.of("Dockerfile", ".dockerignore", "compose.yaml", "README.md");
            case KUBERNETES ->
                    List.of(
                            "Dockerfile",
                            ".dockerignore",
                            "kubernetes/deployment.yaml",
                            "kubernetes/service.yaml",
                            "kubernetes/autoscaler.yaml",
                            "kubernetes/servicemonitor.yaml",
                            "README.md");
            case KSERVE ->
                    List.of("Dockerfile", ".dockerignore", "inferenceservice.yaml", "README.md");
            case TRITON -> List.of("README.md");
        };
    }

    /// Where the model lies in its folder.
    ///
    /// @param model what it is called there
    public String modelFile(String model) {
        return this == TRITON ? model + "/1/model.onnx" : "models/" + model + ".onnx";
    }
}
