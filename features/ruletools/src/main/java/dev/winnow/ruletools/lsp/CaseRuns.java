package dev.winnow.ruletools.lsp;

import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.workbench.internal.assist.PackResults;
import dev.winnow.workbench.internal.assist.UniverseAssist;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The results of the cases of saved packs, computed in the background. Thread-safe. */
final class CaseRuns {

    private final Executor worker;
    private final Supplier<Vocabulary> shipped;
    private final Map<Path, CompletableFuture<@Nullable PackResults>> runs = new ConcurrentHashMap<>();
    private final Map<Path, PackResults> latest = new ConcurrentHashMap<>();
    private volatile Workspace workspace = Workspace.none();

    CaseRuns(Executor worker, Supplier<Vocabulary> shipped) {
        this.worker = worker;
        this.shipped = shipped;
    }

    void enter(Workspace entered) {
        workspace = entered;
    }

    /** Returns the latest results of a pack; null before its first run. */
    @Nullable
    PackResults latest(Path folder) {
        return latest.get(folder);
    }

    /** Returns the case results of the saved pack, running its cases if necessary; null if the pack has problems. */
    CompletableFuture<@Nullable PackResults> results(Path folder) {
        return runs.computeIfAbsent(folder, one -> CompletableFuture.supplyAsync(() -> run(one), worker));
    }

    /** Forgets the results of a pack, which was saved. */
    void saved(Path folder) {
        runs.remove(folder);
    }

    /** Forgets the results of the packs that screen a universe, which was saved. */
    void savedUniverse(Path folder) {
        Path pack = workspace.packOf(folder);
        if (pack != null) {
            saved(pack);
        }
    }

    private @Nullable PackResults run(Path folder) {
        try {
            RulePack pack = RulePack.draft(folder);
            List<Path> universes = workspace.universesOf(folder);
            PackResults results = PackResults.of(pack, universes.isEmpty() ? null : read(universes.get(0), pack));
            latest.put(folder, results);
            return results;
        } catch (PackException e) {
            latest.remove(folder);
            return null;
        }
    }

    private Universe read(Path folder, RulePack pack) {
        return UniverseAssist.read(folder, Map.of(), pack.vocabulary(), shipped.get())
                .universe();
    }
}
