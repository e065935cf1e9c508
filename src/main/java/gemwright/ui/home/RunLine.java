package gemwright.ui.home;

import gemwright.ui.desk.Tone;
import gemwright.ui.text.Phrase;
import gemwright.workbench.RunRecord;
import gemwright.workbench.RunState;

import java.nio.file.Path;

/// How a run reads in a list: a sentence over its number and what went in.
final class RunLine {
    private RunLine() {}

    /// The sentence: what the run found, else its verb and how it ended. A failed run has a
    /// problem's key for a summary, which is no sentence.
    static Phrase title(RunRecord run) {
        return run.summary().isEmpty() || run.state() == RunState.FAILED
                ? Phrase.of("run.ended", Phrase.of("run.kind." + run.kind()), verdict(run.state()))
                : Phrase.verbatim(run.summary());
    }

    /// Its number, and the files that went in.
    static Phrase detail(RunRecord run) {
        String files =
                run.inputs().stream()
                        .limit(2)
                        .map(input -> String.valueOf(Path.of(input.path()).getFileName()))
                        .reduce((first, second) -> first + " → " + second)
                        .orElse("");
        return Phrase.of("run.detail", Integer.toString(run.number()), files);
    }

    /// How good the news is.
    static Tone tone(RunState state) {
        return switch (state) {
            case RUNNING -> Tone.WORKING;
            case DONE -> Tone.SUCCESS;
            case NO -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
            case CANCELLED -> Tone.NEUTRAL;
        };
    }

    /// How it ended, as a station says it.
    static Phrase station(RunState state) {
        return Phrase.of("station.state." + state.label());
    }

    /// How it ended, in a word within a sentence.
    static Phrase verdict(RunState state) {
        return Phrase.of("run.state." + state.label());
    }
}
