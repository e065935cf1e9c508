package gemwright.serve.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Which handler answers which method and path.
///
/// A path pattern is literal but for segments in braces: `/v2/models/{model}/infer`.
public final class Router {
    private final Map<String, Route> exact = new HashMap<>();
    private final List<Route> patterns = new ArrayList<>();

    /// What answers a route, given the values of its braces in order.
    @FunctionalInterface
    public interface Action {
        /// The answer.
        Response answer(Request request, List<String> values) throws Refusal;
    }

    /// A route that was found for a request.
    ///
    /// @param pattern the path pattern, which names the route in metrics
    /// @param action what answers it
    /// @param values what stands in the braces
    public record Match(String pattern, Action action, List<String> values) {
        public Match {
            values = List.copyOf(values);
        }
    }

    private record Route(String pattern, List<String> segments, Map<String, Action> actions) {
        Optional<List<String>> values(List<String> path) {
            if (path.size() != segments.size()) {
                return Optional.empty();
            }
            List<String> values = new ArrayList<>();
            for (int i = 0; i < path.size(); i++) {
                if (segments.get(i).startsWith("{")) {
                    values.add(path.get(i));
                } else if (!segments.get(i).equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(values);
        }
    }

    /// Adds a route; `GET` also answers `HEAD`.
    public void add(String method, String pattern, Action action) {
        Route route =
                exact.computeIfAbsent(
                        pattern,
                        p -> {
                            Route made = new Route(p, segments(p), new HashMap<>());
                            if (p.contains("{")) {
                                patterns.add(made);
                            }
                            return made;
                        });
        route.actions.put(method, action);
        if (method.equals("GET")) {
            route.actions.put("HEAD", action);
        }
    }

    /// The patterns of all routes.
    public List<String> patterns() {
        return exact.keySet().stream().sorted().toList();
    }

    /// The route for a request.
    ///
    /// @throws Refusal 404 for an unknown path, 405 with `Allow` for a known one
    public Match match(Request request) throws Refusal {
        String path = request.path();
        Route route = exact.get(path);
        if (route != null && !route.pattern.contains("{")) {
            return new Match(route.pattern, action(route, request), List.of());
        }
        List<String> segments = segments(path);
        for (Route candidate : patterns) {
            Optional<List<String>> values = candidate.values(segments);
            if (values.isPresent()) {
                return new Match(candidate.pattern, action(candidate, request), values.get());
            }
        }
        throw Refusal.notFound(
                "there is nothing at " + path + "; /openapi.json lists what there is");
    }

    private static Action action(Route route, Request request) throws Refusal {
        Action action = route.actions.get(request.method());
        if (action == null) {
            String allowed = String.join(", ", new TreeSet<>(route.actions.keySet()));
            throw Refusal.of(
                            405,
                            request.path()
                                    + ": expected "
                                    + allowed
                                    + ", found "
                                    + request.method())
                    .with("Allow", allowed);
        }
        return action;
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
