package gemwright.serve.model;

import gemwright.base.Problem;
import gemwright.base.Tasks;
import gemwright.serve.http.Refusal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/// The models of one server by name: loaded, swapped while requests run, unloaded.
///
/// Starts as many threads as there are processors, when a slow model first needs them; they end
/// with [#close].
public final class Models implements AutoCloseable {
    private final Opener opener;
    private final Journal journal;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    Tasks.threads(), Thread.ofPlatform().daemon().name("model-", 0).factory());
    private final ConcurrentSkipListMap<String, Place> places = new ConcurrentSkipListMap<>();

    /// What a name stands for: the version in service, if any, and where the next comes from.
    private static final class Place {
        private final AtomicReference<Optional<Served>> current =
                new AtomicReference<>(Optional.empty());
        private int versions;
        private Path file;

        Place(Path file) {
            this.file = file;
        }
    }

    /// A name that the server knows.
    ///
    /// @param served the version in service; empty where it is unloaded
    public record Known(String name, Optional<Served> served) {}

    /// Models that are loaded that way and taken down there; none yet.
    public Models(Opener opener, Journal journal) {
        this.opener = opener;
        this.journal = journal;
    }

    /// Loads a model under a name. Where the name is in service already, requests that are under
    /// way end on the old version, all others get the new one; none waits.
    ///
    /// @throws Problem where the file cannot be loaded; what is in service stays
    public Served load(String name, Path file) throws Problem {
        Place place = places.computeIfAbsent(name, n -> new Place(file));
        synchronized (place) {
            place.file = file;
            try {
                return replace(name, place);
            } finally {
                if (place.versions == 0) {
                    places.remove(name);
                }
            }
        }
    }

    /// Loads the file of that name once more.
    ///
    /// @throws Refusal 404 where the name is not known
    public Served reload(String name) throws Refusal, Problem {
        Place place = place(name);
        synchronized (place) {
            return replace(name, place);
        }
    }

    private Served replace(String name, Place place) throws Problem {
        Opener.Opened opened = opener.open(place.file);
        Served next;
        try {
            String version = Integer.toString(place.versions + 1);
            next = new Served(name, version, place.file, opened, workers);
            next.recordIn(journal.open(next));
        } catch (Problem unusable) {
            opened.session().close();
            throw unusable;
        }
        place.versions++;
        place.current.getAndSet(Optional.of(next)).ifPresent(Served::retire);
        return next;
    }

    /// Takes a model out of service; its name stays known.
    public void unload(String name) throws Refusal {
        Place place = place(name);
        synchronized (place) {
            place.current.getAndSet(Optional.empty()).ifPresent(Served::retire);
        }
    }

    /// The version in service, entered for one request, which leaves it afterwards.
    ///
    /// @throws Refusal 404 where the name is not known, 400 where it is unloaded
    public Served enter(String name) throws Refusal {
        Place place = place(name);
        while (true) {
            Optional<Served> served = place.current.get();
            if (served.isEmpty()) {
                throw Refusal.badRequest("the model '" + name + "' is not loaded");
            }
            if (served.get().enter()) {
                return served.get();
            }
        }
    }

    /// The version in service, only to be looked at.
    public Served look(String name) throws Refusal {
        return place(name)
                .current
                .get()
                .orElseThrow(() -> Refusal.badRequest("the model '" + name + "' is not loaded"));
    }

    private Place place(String name) throws Refusal {
        Place place = places.get(name);
        if (place == null) {
            throw Refusal.notFound(
                    "there is no model '"
                            + name
                            + "' here; there is "
                            + String.join(", ", places.keySet()));
        }
        return place;
    }

    /// Every known name, in the order of the alphabet.
    public List<Known> all() {
        List<Known> known = new ArrayList<>();
        places.forEach((name, place) -> known.add(new Known(name, place.current.get())));
        return known;
    }

    /// The names of all models, loaded or not.
    public List<String> names() {
        return List.copyOf(places.keySet());
    }

    /// Whether a model is in service.
    public boolean ready() {
        return places.values().stream().anyMatch(place -> place.current.get().isPresent());
    }

    /// Takes all out of service.
    @Override
    public void close() {
        for (Place place : places.values()) {
            synchronized (place) {
                place.current.getAndSet(Optional.empty()).ifPresent(Served::retire);
            }
        }
        workers.shutdown();
    }
}
