package gemwright.workbench.alert;

import gemwright.base.Problem;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a file of alert rules says.
///
/// @param channels by name
public record Alerts(List<Rule> rules, Map<String, Channel> channels) {
    public Alerts {
        rules = List.copyOf(rules);
        channels = Map.copyOf(channels);
    }

    /// Nothing to watch for, nobody to tell.
    public static Alerts none() {
        return new Alerts(List.of(), Map.of());
    }

    /// Reads a file such as
    /// `{"channels":{"team":{"webhook":"env:TEAM_HOOK"}},"rules":[{"name":"income","feature":
    /// "income","measure":"psi","above":0.25,"windows":2,"coolDown":"12h","to":["team"]}]}`. A text
    /// that begins with `env:` is the value of that variable of the environment, so that no secret
    /// need stand in the file.
    ///
    /// @throws Problem with a part for everything in it that cannot be meant
    public static Alerts read(Path file) throws Problem {
        return new AlertsFile(file, System::getenv).read();
    }
}
