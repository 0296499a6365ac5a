package dev.winnow.workbench.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change in a table is an edit of the changed cell. */
class TableEditsTest {

    private static final String FILE = "network.drl";

    @TempDir
    Path folder;

    private Bakery older() {
        return Bakery.shipped("data-centre", folder.resolve("old"));
    }

    private Bakery newer() {
        return Bakery.shipped("data-centre", folder.resolve("new"));
    }

    private PackEdits edits(Bakery changed) {
        return PackEdits.between(older().load(), changed.load());
    }

    private static List<List<String>> said(PackEdits edits) {
        return edits.list().stream()
                .map(edit -> edit.changes().stream()
                        .map(change ->
                                change.place().line() + ":" + change.place().column() + " " + change.what() + " "
                                        + change.before() + " → " + change.after())
                        .toList())
                .toList();
    }

    @Test
    void thePointsOfARow() {
        PackEdits edits = edits(newer().edit(FILE, "|     45 |", "|     40 |"));

        assertThat(said(edits)).containsExactly(List.of("15:58 points of rule `users-between-hubs` 45 → 40"));
    }

    @Test
    void theLimitOfARow() {
        PackEdits edits =
                edits(newer().edit("green-computing.drl", "\"pue-among-renewables\"\n", "\"pue-near-users\"\n"));

        assertThat(said(edits))
                .containsExactly(List.of("15:57 condition on `Limit` in rule `pue-met-among-renewables`"
                        + " id == \"pue-among-renewables\" → id == \"pue-near-users\""));
    }

    @Test
    void aChangeSharedByAllRowsIsOneEdit() {
        PackEdits edits = edits(newer().edit(FILE, "latency <= $max", "latency < $max"));

        assertThat(said(edits))
                .containsExactly(List.of(
                        "20:42 condition on `NetworkRoute` in rule `users-between-hubs` latency <= $max →"
                                + " latency < $max",
                        "20:42 condition on `NetworkRoute` in rule `users-in-one-region` latency <= $max →"
                                + " latency < $max"));
    }

    @Test
    void undoingOneRowKeepsTheOther() {
        PackEdits edits = edits(newer().edit(FILE, "|     45 |", "|     40 |").edit(FILE, "|     70 |", "|     60 |"));
        RulePack mixed =
                Objects.requireNonNull(edits.undoing(List.of(edits.list().get(0))));

        assertThat(mixed.rules())
                .filteredOn(rule -> "latency".equals(rule.table()))
                .extracting(rule -> rule.id() + " " + rule.points())
                .containsExactly("users-in-one-region 70", "users-between-hubs 40");
    }
}
