package dev.winnow.drools.internal.phreak;

import dev.winnow.drools.internal.compile.RuleModels;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.language.internal.check.CheckedRule;
import java.util.List;

/**
 * Packs of one name, with rules of different ids, whose rules are compiled for PHREAK in one go: that takes less than to
 * compile each pack by itself, and says the same.
 */
public final class CompiledTogether {

    /** How many candidates are judged in one batch. */
    private static final int BATCH = 200;

    private CompiledTogether() {}

    /** A screener by PHREAK for each pack. */
    public static List<Screener> screeners(List<RulePack> packs) {
        List<CheckedRule> all =
                packs.stream().flatMap(pack -> pack.checkedRules().stream()).toList();
        RuleModels models = RuleModels.of(packs.get(0).name(), all);
        return packs.stream()
                .map(pack ->
                        Screener.of(pack, new PhreakFinder(new CompiledPack(pack.checkedRules(), () -> models)), BATCH))
                .toList();
    }
}
