package dev.winnow.engine.internal.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Verdicts for all combinations of knock-outs, red flags and small integer scores, compared with all completions. */
class BlockingRulesTest {

    private static final int MOST = 5;

    /** State of the knock-outs or the red flags: one holds, one is open, or both. */
    private record Sort(boolean holds, boolean open) {

        private static final List<Sort> ALL =
                List.of(new Sort(false, false), new Sort(false, true), new Sort(true, false), new Sort(true, true));

        /** For every completion, whether one holds. */
        List<Boolean> completions() {
            return holds ? List.of(true) : open ? List.of(false, true) : List.of(false);
        }

        /** The states with a further rule that is open or holds. */
        List<Sort> more() {
            return List.of(new Sort(true, open), new Sort(holds, true));
        }
    }

    private record State(Sort knockOuts, Sort redFlags, int low, int high, int decline, int recommend) {

        static List<State> all() {
            List<State> all = new ArrayList<>();
            for (Sort knockOuts : Sort.ALL) {
                for (Sort redFlags : Sort.ALL) {
                    for (int decline = 1; decline < MOST; decline++) {
                        for (int recommend = decline; recommend < MOST; recommend++) {
                            for (int low = 0; low <= MOST; low++) {
                                for (int high = low; high <= MOST; high++) {
                                    all.add(new State(knockOuts, redFlags, low, high, decline, recommend));
                                }
                            }
                        }
                    }
                }
            }
            return all;
        }

        private int zone(int score) {
            return score < decline ? -1 : score >= recommend ? 1 : 0;
        }

        private BlockingRules stops() {
            return new BlockingRules(knockOuts.holds, knockOuts.open, redFlags.holds, redFlags.open);
        }

        VerdictReason because() {
            return stops().because(ThresholdPosition.of(zone(low), zone(high), decline < recommend));
        }

        Set<Verdict> possible() {
            return stops().possible(ThresholdPosition.of(zone(low), zone(high), decline < recommend));
        }

        Set<Verdict> completions() {
            Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
            for (boolean out : knockOuts.completions()) {
                for (boolean flagged : redFlags.completions()) {
                    for (int score = low; score <= high; score++) {
                        boolean declined = out || score < decline;
                        boolean held = flagged || score < recommend;
                        verdicts.add(declined ? Verdict.DECLINE : held ? Verdict.HOLD : Verdict.RECOMMEND);
                    }
                }
            }
            return verdicts;
        }
    }

    @Test
    void thePossibleVerdictsAreThoseOfAllCompletions() {
        assertThat(State.all()).allSatisfy(state -> assertThat(state.possible()).isEqualTo(state.completions()));
    }

    @Test
    void verdictsOtherThanHoldArePossible() {
        assertThat(State.all()).allSatisfy(state -> {
            Verdict verdict = state.because().verdict();
            assertThat(verdict == Verdict.HOLD || state.possible().contains(verdict))
                    .isTrue();
        });
    }

    @Test
    void aVerdictIsSettledExactlyIfAllCompletionsAgree() {
        assertThat(State.all()).allSatisfy(state -> {
            boolean stays = EnumSet.of(VerdictReason.KNOCK_OUT, VerdictReason.TOO_LOW, VerdictReason.CLEAR)
                    .contains(state.because());
            if (stays) {
                assertThat(state.completions()).containsExactly(state.because().verdict());
            }
            if (state.because() == VerdictReason.ON_CONDITION) {
                assertThat(state.completions()).containsExactly(Verdict.RECOMMEND, Verdict.HOLD);
            }
        });
    }

    @Test
    void aFurtherKnockOutOrRedFlagNeverImprovesAVerdict() {
        for (State one : State.all()) {
            for (Sort more : one.knockOuts.more()) {
                notBetter(one, new State(more, one.redFlags, one.low, one.high, one.decline, one.recommend));
            }
            for (Sort more : one.redFlags.more()) {
                notBetter(one, new State(one.knockOuts, more, one.low, one.high, one.decline, one.recommend));
            }
        }
    }

    private static void notBetter(State before, State after) {
        assertThat(RankKey.place(after.because().verdict(), after.possible()))
                .as("%s, before %s", after, before)
                .isGreaterThanOrEqualTo(RankKey.place(before.because().verdict(), before.possible()));
    }

    @Test
    void aRedFlagThatHoldsComesBeforeAnOpenKnockOut() {
        State both = new State(new Sort(false, true), new Sort(true, false), 4, 4, 1, 4);

        assertThat(both.because()).isEqualTo(VerdictReason.RED_FLAG);
        assertThat(both.possible()).containsExactly(Verdict.HOLD, Verdict.DECLINE);
    }
}
