package dev.winnow.engine.fused;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.evaluate.Candidate;
import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.Finder;
import dev.winnow.engine.oracle.Packs;
import dev.winnow.engine.oracle.RandomUniverses;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.universe.Universe;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;

/** Screens by the fused evaluator alone, with classes that may have a fault. Its own classes are loaded by who runs it. */
final class FusedFaultRun {

    private static final int UNIVERSES = 16;

    private FusedFaultRun() {}

    /** There is no other evaluator that could help out. */
    private static final Finder NONE = new Finder() {
        @Override
        public List<Found> findOwn(EvaluationContext context, List<Candidate> batch) {
            throw new IllegalStateException("left to PHREAK");
        }

        @Override
        public List<Found> findLocal(EvaluationContext context, List<Candidate> batch) {
            throw new IllegalStateException("left to PHREAK");
        }
    };

    /** What a screening of a universe by the dense pack comes to. */
    static ToIntFunction<Universe> screening() {
        RulePack pack = Packs.pack(Packs.dense());
        return screening(Screener.of(pack, new Fused(FusedPlan.of(pack.checkedRules()), NONE), 200));
    }

    /** Random universes, which are read once for all faults. */
    static List<Universe> universes() {
        return LongStream.range(0, UNIVERSES)
                .mapToObj(
                        seed -> RandomUniverses.draw(40_000 + seed, Size.MIDDLE).universe())
                .toList();
    }

    /** What a screener makes of one, to the last character, as a number. */
    static ToIntFunction<Universe> screening(Screener screener) {
        return universe -> screener.screen(universe).assessments().toString().hashCode();
    }
}
