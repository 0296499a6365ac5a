package dev.winnow.workbench.internal.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.value.Unit;
import dev.winnow.workbench.internal.edit.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new limit from a form. */
class NewLimitTest {

    @TempDir
    private Path parent;

    private Path pack;

    @BeforeEach
    void pack() throws IOException {
        pack = parent.resolve("drafts");
        Scaffold.pack(pack, Unit.MONEY).write();
    }

    private Draft made(String id, String title, String value, String source) {
        return new NewLimit(id, title, value, source, "a guess").in(pack, Map.of());
    }

    @Test
    void aLimitWithASourceIsAddedToTheList() {
        Draft draft = made("port-size", "Size of a port", "5 mn yuan", "https://example.org/ports: table 2");
        assertThat(draft.complaint()).isNull();
        assertThat(draft.obstacle()).isNull();
        assertThat(draft.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after())
                        .endsWith("  - id: port-size\n"
                                + "    title: Size of a port\n"
                                + "    values: [{value: 5 mn yuan}]\n"
                                + "    source: 'https://example.org/ports: table 2'\n"));
    }

    @Test
    void anAssumedLimitHasAReason() {
        assertThat(made("port-size", "Size", "5 %", null).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).endsWith("    assumed: true\n    reason: a guess\n"));
    }

    @Test
    void textsStayTexts() {
        assertThat(made("port-size", "It's: [a] #1", "30,000", "x").changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after())
                        .contains("    title: 'It''s: [a] #1'\n    values: [{value: '30,000'}]\n"));
    }

    @Test
    void aValueThatIsNoneIsRefused() {
        assertThat(String.valueOf(made("port-size", "Size", "many", "x").obstacle()))
                .contains("limits.yaml cannot be extended");
    }

    @Test
    void anIdIsUsedOnce() {
        assertThat(String.valueOf(made("market-large-enough", "Size", "5", "x").complaint()))
                .isEqualTo("the pack already has `market-large-enough`; did you mean `market-large-enough-2`?");
    }

    @Test
    void anIdIsKebabCase() {
        assertThat(String.valueOf(made("Port Size", "Size", "5", "x").complaint()))
                .isEqualTo("`Port Size` is not a valid id for a limit; did you mean `port-size`?");
    }

    @Test
    void unsavedTextsCount() {
        Draft draft = new NewLimit("port-size", "Size", "5", "x", null).in(pack, Map.of("limits.yaml", "limits: []\n"));
        assertThat(draft.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).doesNotContain("market"));
    }
}
