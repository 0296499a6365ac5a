package dev.winnow.analysis;

import dev.winnow.engine.Hearing;
import dev.winnow.engine.PackEdit;
import dev.winnow.engine.PackEdits;
import dev.winnow.engine.RulePack;
import dev.winnow.model.Assessment;
import dev.winnow.model.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Judges candidates by the new editions with some edits undone. */
final class Retrial {

    private final PackEdits ofPack;

    Retrial(PackEdits ofPack) {
        this.ofPack = ofPack;
    }

    /** How many edits there are. */
    int size() {
        return ofPack.list().size();
    }

    /** What an edit changes. */
    List<Change> changes(int number) {
        return ofPack.list().get(number - 1).changes();
    }

    boolean isOfPack(int number) {
        return number <= ofPack.list().size();
    }

    /** The numbers of the edits that may bear on a candidate. */
    List<Integer> bearing(Assessment candidate) {
        return IntStream.rangeClosed(1, size()).boxed().toList();
    }

    /** What is said with some edits undone; null if the rest makes no sense without them. */
    @Nullable
    Assessment judge(Hearing recent, Set<Integer> undone) {
        List<PackEdit> edits = new ArrayList<>();
        undone.forEach(number -> edits.add(ofPack.list().get(number - 1)));
        RulePack edition = ofPack.undoing(edits);
        return edition == null ? null : recent.under(edition);
    }
}
