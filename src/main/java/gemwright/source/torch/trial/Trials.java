package gemwright.source.torch.trial;

import gemwright.base.Problem;
import gemwright.onnx.Model;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;

import java.util.List;
import java.util.Optional;

/// Writes a network with one guess of its inputs after the other, until one goes through all that
/// the network checks and all shapes fit.
public final class Trials {
    private static final int MOST = 200;

    private final Network network;
    private final ConvertOptions options;
    private final String where;

    /// @param where the file, for messages
    public Trials(Network network, ConvertOptions options, String where) {
        this.network = network;
        this.options = options;
        this.where = where;
    }

    /// The model of the first guess that fits.
    ///
    /// @throws Problem of the guess that came furthest, where none fits
    public Converted run(List<InputGuess> guesses) throws Problem {
        Problem furthest = Problem.of("torch.noOutput", where);
        int most = -1;
        Optional<Converted> single = Optional.empty();
        for (InputGuess guess : guesses.subList(0, Math.min(MOST, guesses.size()))) {
            try {
                Attempt attempt = attempt(guess);
                if (guess.certain() || !attempt.withoutBatch()) {
                    return attempt.converted();
                }
                // Layers that also take a single sample would give a model for just that.
                single = single.isPresent() ? single : Optional.of(attempt.converted());
            } catch (Refused refused) {
                if (refused.nodes > most) {
                    most = refused.nodes;
                    furthest = refused.problem;
                }
            }
        }
        if (single.isPresent()) {
            return single.get();
        }
        throw furthest;
    }

    /// A guess that does not fit.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;
        private final int nodes;

        /// @param nodes how far it came
        Refused(Problem problem, int nodes) {
            super(problem);
            this.problem = problem;
            this.nodes = nodes;
        }
    }

    /// A way through the network.
    private record Attempt(Converted converted, boolean withoutBatch) {}

    /// Writes the network, and again with what that told of its inputs.
    private Attempt attempt(InputGuess first) throws Refused {
        InputGuess guess = first;
        while (true) {
            NetworkGraph graph = new NetworkGraph(options);
            Optional<Problem> refused = Optional.empty();
            Optional<Model> model = Optional.empty();
            boolean withoutBatch = false;
            try {
                Network.Written written = network.write(graph.inputs(guess), graph.aten());
                withoutBatch = written.withoutBatch();
                model = Optional.of(graph.model(written.outputs()));
            } catch (Problem problem) {
                refused = Optional.of(problem);
            }
            InputGuess better = guess.with(graph.aten().shapes().required());
            if (better.equals(guess)) {
                if (refused.isPresent()) {
                    throw new Refused(refused.get(), graph.nodes());
                }
                return new Attempt(
                        new Converted(model.orElseThrow(), guess.notes(where)), withoutBatch);
            }
            guess = better;
        }
    }
}
