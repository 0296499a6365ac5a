package dev.winnow.cli;

import dev.winnow.engine.Check;
import dev.winnow.engine.PackCache;
import dev.winnow.engine.Remark;
import dev.winnow.engine.RulePack;
import dev.winnow.model.Problem;
import java.nio.file.Path;
import java.util.List;

/** Where rule packs come from. */
interface Packs {

    /**
     * Reads a pack.
     *
     * @throws dev.winnow.engine.PackException if anything is wrong with it
     */
    RulePack load(Path folder);

    /**
     * Reads the pack of somebody who is still writing it, whose rules may lack cases.
     *
     * @throws dev.winnow.engine.PackException if anything else is wrong with it
     */
    default RulePack draft(Path folder) {
        return RulePack.draft(folder);
    }

    /** Packs from disk, whose compiled rules are kept in a cache. */
    static Packs kept(PackCache cache) {
        return new Packs() {
            @Override
            public RulePack load(Path folder) {
                return RulePack.load(folder, cache);
            }

            @Override
            public RulePack draft(Path folder) {
                return RulePack.draft(folder, cache);
            }
        };
    }

    /** What is said of a pack's rules that lack cases. */
    static List<Problem> lackingCases(RulePack draft) {
        return draft.remarks().stream()
                .filter(remark -> remark.check() == Check.LACKS_CASE)
                .map(Remark::problem)
                .toList();
    }
}
