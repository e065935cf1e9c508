package gemwright.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// All subcommands by name, in the order of the help page. A command's class is loaded only when it
/// is called.
final class Commands {
    static final Map<String, Supplier<Subcommand>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("inspect", InspectCommand::new);
        ALL.put("scan", ScanCommand::new);
        ALL.put("convert", ConvertCommand::new);
        ALL.put("predict", PredictCommand::new);
        ALL.put("quantize", QuantizeCommand::new);
        ALL.put("compare", CompareCommand::new);
        ALL.put("serve", ServeCommand::new);
        ALL.put("loadtest", LoadTestCommand::new);
        ALL.put("drift", DriftCommand::new);
        ALL.put("monitor", MonitorCommand::new);
        ALL.put("export", ExportCommand::new);
        ALL.put("environment", EnvironmentCommand::new);
        ALL.put("tour", TourCommand::new);
        ALL.put("help", HelpCommand::new);
        ALL.put("version", VersionCommand::new);
    }

    private Commands() {}

    static Optional<Subcommand> find(String name) {
        return Optional.ofNullable(ALL.get(name)).map(Supplier::get);
    }
}
