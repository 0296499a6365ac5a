package dev.winnow.workbench.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.workbench.internal.edit.YamlList.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An item is added in the list's own style, and the rest of the file does not change. */
class YamlListTest {

    private static final Item ITEM = new Item(List.of("- id: new", "  note: n"), "{id: new, note: n}", true);

    @Test
    void aBlockListIsContinuedAtItsIndentation() {
        assertThat(added("limits:\n- id: a\n- id: b # b\n"))
                .isEqualTo("limits:\n- id: a\n- id: b # b\n- id: new\n  note: n\n");
        assertThat(added("limits:\n    - id: a")).isEqualTo("limits:\n    - id: a\n    - id: new\n      note: n\n");
    }

    @Test
    void itemsInBracesAreContinuedInBraces() {
        assertThat(added("limits:\n  - {id: a}  # a\n"))
                .isEqualTo("limits:\n  - {id: a}  # a\n  - {id: new, note: n}\n");
    }

    @Test
    void itemsSeparatedByEmptyLinesAreContinuedLikewise() {
        assertThat(added("limits:\n  - id: a\n\n  - id: b\n"))
                .isEqualTo("limits:\n  - id: a\n\n  - id: b\n\n  - id: new\n    note: n\n");
    }

    @Test
    void textAfterTheListStaysAfterIt() {
        assertThat(added("limits:\n  - id: a\n    text: |\n      one\n      two\n\n# about z\nz: 1\n"))
                .isEqualTo("limits:\n"
                        + "  - id: a\n"
                        + "    text: |\n"
                        + "      one\n"
                        + "      two\n"
                        + "  - id: new\n"
                        + "    note: n\n\n"
                        + "# about z\n"
                        + "z: 1\n");
        assertThat(added("limits:\n  - id: a\n    # about a\n  # about none\nz: 1\n"))
                .isEqualTo("limits:\n  - id: a\n    # about a\n  - id: new\n    note: n\n  # about none\nz: 1\n");
    }

    @Test
    void aFlowListIsContinuedInItsBrackets() {
        assertThat(added("limits: [{id: a}] # all\nz: 1\n"))
                .isEqualTo("limits: [{id: a}, {id: new, note: n}] # all\nz: 1\n");
        assertThat(added("limits: [\n  {id: a}, # a\n  {id: b}  # b\n]\n"))
                .isEqualTo("limits: [\n  {id: a}, # a\n  {id: b},  # b\n  {id: new, note: n}\n]\n");
        assertThat(added("limits: [\n  {id: a},\n]\n")).isEqualTo("limits: [\n  {id: a},\n  {id: new, note: n}\n]\n");
        assertThat(added("{limits: [], z: 1}")).isEqualTo("{limits: [{id: new, note: n}], z: 1}");
    }

    @Test
    void emptyAndMissingListsAreStarted() {
        assertThat(added("limits: [] # none yet\n")).isEqualTo("limits: # none yet\n  - id: new\n    note: n\n");
        assertThat(added("limits:\nz: 1\n")).isEqualTo("limits:\n  - id: new\n    note: n\nz: 1\n");
        assertThat(added("z: 1")).isEqualTo("z: 1\nlimits:\n  - id: new\n    note: n\n");
    }

    @Test
    void charactersBeyondTheFirstPlaneCountAsOne() {
        assertThat(added("a: 芯 \uD83D\uDE00\nlimits: [{id: \uD83D\uDE00}]\n"))
                .isEqualTo("a: 芯 \uD83D\uDE00\nlimits: [{id: \uD83D\uDE00}, {id: new, note: n}]\n");
    }

    @Test
    void aValueOtherThanAListIsLeftUnchanged() {
        assertThat(added("limits: 3\n")).isNull();
        assertThat(added("limits: {a: b}\n")).isNull();
        assertThat(added("- a\n")).isNull();
        assertThat(added("limits: [\n")).isNull();
        assertThat(added("")).isNull();
    }

    private static String added(String text) {
        return YamlList.with(text, "limits", ITEM);
    }
}
