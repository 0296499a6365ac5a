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

/** Screens with the join evaluator only. Its class loader may supply classes with a fault. */
final class JoinFaultRun {

    private static final int UNIVERSES = 16;

    private JoinFaultRun() {}

    /** A pack and a universe to screen. */
    record Scene(Path pack, Universe universe) {}

    /** Digest of the results of screening a universe by a pack. */
    static ToIntBiFunction<Path, Universe> screening() {
        return screening(pack -> Screener.of(pack, new JoinFinder(JoinPlan.of(pack.checkedRules())), 200));
    }

    /** Random universes, and one of nearly equal candidates; read once for all faults. */
    static List<Scene> scenes() {
        Stream<Scene> random = LongStream.range(0, UNIVERSES)
                .mapToObj(seed -> new Scene(
                        Packs.dense(),
                        RandomUniverses.draw(40_000 + seed, Size.MIDDLE).universe()));
        Path alike = Packs.alike();
        Universe town = Universe.read(ShippedFacts.VOCABULARY, alike.resolveSibling("alike.yaml"));
        return Stream.concat(random, Stream.of(new Scene(alike, town))).toList();
    }

    /** The hash of the complete results of a screener. */
    static ToIntBiFunction<Path, Universe> screening(Function<RulePack, Screener> making) {
        Map<Path, Screener> screeners = new HashMap<>();
        return (pack, universe) -> Explained.of(
                        screeners.computeIfAbsent(pack, folder -> making.apply(RulePack.draft(folder))), universe)
                .pairs()
                .toString()
                .hashCode();
    }
}
