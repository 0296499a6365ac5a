package dev.winnow.workbench.internal.compare;

import dev.winnow.engine.Evaluation;
import dev.winnow.engine.RulePack;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Change;
import dev.winnow.model.universe.UniverseEdit;
import dev.winnow.model.universe.UniverseEdits;
import dev.winnow.workbench.internal.edit.PackEdits;
import dev.winnow.workbench.internal.edit.PackEdits.Edit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Judges candidates by the new editions with some edits undone. Edits are numbered from 1, those of the pack first. */
final class Reevaluation {

    private final PackEdits packEdits;
    private final @Nullable UniverseEdits universeEdits;
    private final List<Edit> ofPack;
    private final List<UniverseEdit> ofUniverse;
    /** Evaluations of the last candidate, by the undone edits of the universe. */
    private final Map<Set<Integer>, @Nullable Evaluation> evaluated = new HashMap<>();

    private @Nullable Evaluation asked;

    /** @param universeEdits null if both screen the same universe */
    Reevaluation(PackEdits packEdits, @Nullable UniverseEdits universeEdits) {
        this.packEdits = packEdits;
        this.universeEdits = universeEdits;
        this.ofPack = packEdits.list();
        this.ofUniverse = universeEdits == null ? List.of() : universeEdits.list();
    }

    /** Number of edits. */
    int size() {
        return ofPack.size() + ofUniverse.size();
    }

    boolean isOfPack(int number) {
        return number <= ofPack.size();
    }

    /** The changes of an edit. */
    List<Change> changes(int number) {
        return isOfPack(number)
                ? ofPack.get(number - 1).changes()
                : List.of(ofUniverse(number).change());
    }

    /** The source of an edit of the universe; null if none is named, or for an edit of the pack. */
    @Nullable
    String source(int number) {
        return isOfPack(number) ? null : ofUniverse(number).source();
    }

    private UniverseEdit ofUniverse(int number) {
        return ofUniverse.get(number - 1 - ofPack.size());
    }

    /** The numbers of the edits that may affect a candidate. */
    List<Integer> bearing(Assessment candidate) {
        return IntStream.rangeClosed(1, size())
                .filter(number -> isOfPack(number) || bears(number, candidate))
                .boxed()
                .toList();
    }

    private boolean bears(int number, Assessment candidate) {
        return universeEdits != null && universeEdits.bears(ofUniverse(number), candidate.project(), candidate.city());
    }

    /** Judges a candidate with some edits undone; null if the rest is invalid without them. */
    @Nullable
    Assessment judge(Evaluation recent, Set<Integer> undone) {
        List<Edit> packUndone = new ArrayList<>();
        Set<Integer> universeUndone = new HashSet<>();
        for (int number : undone) {
            if (isOfPack(number)) {
                packUndone.add(ofPack.get(number - 1));
            } else {
                universeUndone.add(number);
            }
        }
        RulePack edition = packEdits.undoing(packUndone);
        Evaluation evaluation = edition == null ? null : evaluation(recent, universeUndone);
        return edition == null || evaluation == null ? null : evaluation.under(edition);
    }

    private @Nullable Evaluation evaluation(Evaluation recent, Set<Integer> undone) {
        if (undone.isEmpty()) {
            return recent;
        }
        if (asked != recent) {
            evaluated.clear();
            asked = recent;
        }
        if (!evaluated.containsKey(undone)) {
            evaluated.put(undone, evaluate(recent, undone));
        }
        return evaluated.get(undone);
    }

    private @Nullable Evaluation evaluate(Evaluation recent, Set<Integer> undone) {
        if (universeEdits == null) {
            throw new IllegalStateException("no edit of the universe is known");
        }
        List<UniverseEdit> edits = undone.stream().map(this::ofUniverse).toList();
        return recent.inUniverse(universeEdits.undoing(edits, recent.project(), recent.city()));
    }
}
