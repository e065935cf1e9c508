package gemwright.serve.model;

import gemwright.base.Problem;
import gemwright.base.Tasks;
import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.serve.http.Refusal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// The models of one server by name: loaded, swapped while requests run, unloaded.
///
/// Starts as many threads as there are processors, when a slow model first needs them, and one more
/// where a second version runs beside one; they end with [#close].
public final class Models implements AutoCloseable {
    /// Requests that wait to be shown to the other version; more are not compared.
    private static final int ASIDE = 256;

    private final Opener opener;
    private final Journal journal;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    Tasks.threads(), Thread.ofPlatform().daemon().name("model-", 0).factory());
    private final ThreadPoolExecutor aside =
            new ThreadPoolExecutor(
                    0,
                    1,
                    1,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(ASIDE),
                    Thread.ofPlatform().daemon().name("challenger-", 0).factory());
    private final Served.Running running;
    private final ConcurrentSkipListMap<String, Place> places = new ConcurrentSkipListMap<>();

    /// What a name stands for: the version in service, if any, and where the next comes from.
    private static final class Place {
        private final AtomicReference<Optional<Served>> current =
                new AtomicReference<>(Optional.empty());
        private volatile Optional<Contest> contest = Optional.empty();
        private int versions;
        private Path file;

        Place(Path file) {
            this.file = file;
        }
    }

    /// A name that the server knows.
    ///
    /// @param served the version in service; empty where it is unloaded
    /// @param contest the second version beside it; empty where there is none
    public record Known(String name, Optional<Served> served, Optional<Contest> contest) {}

    /// Models that are loaded that way and taken down there; none yet.
    public Models(Opener opener, Journal journal, Served.Running running) {
        this.opener = opener;
        this.journal = journal;
        this.running = running;
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
        Served next = opened(name, place, place.file);
        place.current.getAndSet(Optional.of(next)).ifPresent(Served::retire);
        return next;
    }

    private Served opened(String name, Place place, Path file) throws Problem {
        Opener.Opened opened = opener.open(file);
        try {
            String version = Integer.toString(place.versions + 1);
            Served next = new Served(name, version, file, opened, workers, running);
            next.recordIn(journal.open(next));
            place.versions++;
            return next;
        } catch (Problem unusable) {
            opened.session().close();
            throw unusable;
        }
    }

    /// Puts a second version beside the one in service.
    ///
    /// @throws Problem where it cannot be loaded, or takes other inputs
    public void challenge(String name, Challenge challenge) throws Problem {
        Place place = places.get(name);
        if (place == null) {
            throw Problem.of("serve.challenger.unknown", challenge.file(), name);
        }
        synchronized (place) {
            Served champion = place.current.get().orElseThrow();
            Served challenger = opened(name, place, challenge.file());
            if (!challenger.signature().inputs().equals(champion.signature().inputs())) {
                challenger.retire();
                throw Problem.of("serve.challenger.inputs", challenge.file(), name);
            }
            place.contest.ifPresent(before -> before.challenger().retire());
            place.contest = Optional.of(new Contest(challenge, challenger, aside));
        }
    }

    /// Takes a model out of service; its name stays known.
    public void unload(String name) throws Refusal {
        Place place = place(name);
        synchronized (place) {
            place.current.getAndSet(Optional.empty()).ifPresent(Served::retire);
        }
    }

    /// The version that answers a request, entered for it; the request leaves it afterwards.
    ///
    /// @param id of the request
    /// @throws Refusal 404 where the name is not known, 400 where it is unloaded
    public Served enter(String name, String id) throws Refusal {
        Place place = place(name);
        Optional<Contest> contest = place.contest;
        if (contest.isPresent() && contest.get().answers(id)) {
            Served challenger = contest.get().challenger();
            if (challenger.enter()) {
                return challenger;
            }
        }
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

    /// Shows a request that was answered to the version beside the one that answered it, if any.
    public void follow(
            String id, Served answering, Map<String, NdArray> inputs, Answer answer, int rows) {
        Place place = places.get(answering.name());
        if (place == null || place.contest.isEmpty()) {
            return;
        }
        Contest contest = place.contest.get();
        place.current
                .get()
                .ifPresent(
                        champion ->
                                contest.follow(
                                        id,
                                        champion,
                                        answering,
                                        new Contest.Answered(inputs, answer, rows)));
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
        places.forEach(
                (name, place) -> known.add(new Known(name, place.current.get(), place.contest)));
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
                place.contest.ifPresent(contest -> contest.challenger().retire());
                place.contest = Optional.empty();
            }
        }
        aside.shutdownNow();
        workers.shutdown();
    }
}
