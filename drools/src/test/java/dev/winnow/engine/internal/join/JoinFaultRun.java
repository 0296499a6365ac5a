package dev.winnow.engine.internal.join;

import dev.winnow.engine.Explained;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.Packs;
import dev.winnow.engine.oracle.RandomUniverses;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Screens by the join evaluator alone, with classes that may have a fault. Its own classes are loaded by who runs it. */
final class JoinFaultRun {

    private static final int UNIVERSES = 16;

    private JoinFaultRun() {}

    /** A universe that is screened by a pack. */
    record Scene(Path pack, Universe universe) {}

    /** What the screening of a universe by a pack comes to. */
    static ToIntBiFunction<Path, Universe> screening() {
        return screening(pack -> Screener.of(pack, new JoinFinder(JoinPlan.of(pack.checkedRules())), 200));
    }

    /** Random universes, and one of candidates who are hard to tell apart; read once for all faults. */
    static List<Scene> scenes() {
        Stream<Scene> random = LongStream.range(0, UNIVERSES)
                .mapToObj(seed -> new Scene(
                        Packs.dense(),
                        RandomUniverses.draw(40_000 + seed, Size.MIDDLE).universe()));
        Path alike = Packs.alike();
        Universe town = Universe.read(ShippedFacts.VOCABULARY, alike.resolveSibling("alike.yaml"));
        return Stream.concat(random, Stream.of(new Scene(alike, town))).toList();
    }

    /** What screeners make of a universe, to the last character, as a number. */
    static ToIntBiFunction<Path, Universe> screening(Function<RulePack, Screener> making) {
        Map<Path, Screener> screeners = new HashMap<>();
        return (pack, universe) -> Explained.of(
                        screeners.computeIfAbsent(pack, folder -> making.apply(RulePack.draft(folder))), universe)
                .pairs()
                .toString()
                .hashCode();
    }
}
