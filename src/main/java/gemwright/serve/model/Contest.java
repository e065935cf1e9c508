package gemwright.serve.model;

import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.serve.http.Refusal;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// A second version beside the one in service, and what both made of the same requests.
public final class Contest {
    private final Challenge challenge;
    private final Served challenger;
    private final Agreement agreement = new Agreement();
    private final Executor aside;

    /// @param aside runs the version that does not answer; may refuse work
    Contest(Challenge challenge, Served challenger, Executor aside) {
        this.challenge = challenge;
        this.challenger = challenger;
        this.aside = aside;
    }

    /// Who answers, and which share is drawn.
    public Challenge challenge() {
        return challenge;
    }

    /// The second version.
    public Served challenger() {
        return challenger;
    }

    /// How often both agreed so far.
    public Agreement agreement() {
        return agreement;
    }

    boolean answers(String id) {
        return challenge.mode() == Challenge.Mode.SPLIT && challenge.draws(id);
    }

    /// Runs the other version on a request that was answered, and compares.
    void follow(String id, Served champion, Served answering, Answered answered) {
        if (!challenge.draws(id)) {
            return;
        }
        boolean challenged = answering == challenger;
        Served other = challenged ? champion : challenger;
        try {
            aside.execute(() -> compare(other, challenged, answered));
        } catch (RejectedExecutionException busy) {
            agreement.skip();
        }
    }

    /// A request that was answered.
    record Answered(Map<String, NdArray> inputs, Answer answer, int rows) {}

    private void compare(Served other, boolean challenged, Answered answered) {
        if (!other.enter()) {
            agreement.skip(); // just taken out of service
            return;
        }
        try {
            Answer second = other.run(answered.inputs());
            Answer original = challenged ? second : answered.answer();
            Answer challenging = challenged ? answered.answer() : second;
            agreement.compare(original, challenging, answered.rows());
        } catch (Refusal refused) {
            agreement.fail();
        } finally {
            other.leave();
        }
    }
}
