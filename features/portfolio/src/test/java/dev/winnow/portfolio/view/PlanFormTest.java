package dev.winnow.portfolio.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.portfolio.portfolio.Nameable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFormTest {

    private static final Nameable KNOWN = new Nameable(
            word -> List.of("mill", "kiln").contains(word.toLowerCase(Locale.ROOT))
                    ? word.toLowerCase(Locale.ROOT)
                    : null,
            word -> word.equals("east") ? word : null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private static Node parsed(String yaml) {
        List<Problem> problems = new ArrayList<>();
        Node root =
                Objects.requireNonNull(TextFile.of("plan.yaml", yaml, problems)).parse(problems);
        assertThat(problems).isEmpty();
        return Objects.requireNonNull(root);
    }

    private static PlanForm portfolio(String yaml) {
        return PlanForm.of(PlanKind.PORTFOLIO, parsed(yaml), KNOWN);
    }

    @Test
    void keysWithAFieldFillTheFormByIds() {
        PlanForm form = portfolio("budget: 30 bn yuan\nat-most: 6\nmust: [Mill]\ncities: {east: 5 bn yuan}\n");
        assertThat(form)
                .isEqualTo(new PlanForm(
                        Map.of("budget", "30 bn yuan", "at-most", "6"),
                        Map.of("must", List.of("mill")),
                        Map.of("east", "5 bn yuan"),
                        ""));
    }

    @Test
    void otherKeysAndUnknownNamesStayInYaml() {
        PlanForm form = portfolio("must: [mall]\ntracks: {chips: {at-most: 3}}\none-of: [[mill, kiln]]\n");
        assertThat(form.lists()).isEmpty();
        assertThat(form.further()).isEqualTo("must: [mall]\ntracks: {chips: {at-most: 3}}\none-of: [[mill, kiln]]\n");
    }

    @Test
    void theFileOfAFormIsReadAsTheSameForm() {
        String yaml = "title: \"First: round\"\nbudget: 30 bn yuan\ncities: {east: 5 bn yuan}\nmust: [kiln, mill]\n"
                + "needs: {mill: [kiln]}\n";
        assertThat(portfolio(yaml).yaml(PlanKind.PORTFOLIO, text -> text)).isEqualTo(yaml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "a: b",
                "- a",
                "{a}",
                "\"",
                "\\",
                "it's",
                "# no comment",
                "<img src=x onerror=alert(1)>",
                "line\nbreak: 1",
                "!!tag",
                "&a",
                "*a",
                "芯片: 一",
                "😀"
            })
    void anyTitleIsReadBack(String title) {
        PlanForm form = new PlanForm(Map.of("title", title), Map.of(), Map.of(), "");
        Node root = parsed(form.yaml(PlanKind.MATCH, text -> text));
        assertThat(root.fields()).containsOnlyKeys("title");
        assertThat(Objects.requireNonNull(root.get("title")).text()).isEqualTo(title);
    }

    @Test
    void anAmountWithoutItsUnitIsCompleted() {
        PlanForm form = new PlanForm(Map.of("budget", "30bn"), Map.of(), Map.of("east", "5bn"), "");
        assertThat(form.yaml(PlanKind.PORTFOLIO, text -> text + " yuan"))
                .isEqualTo("budget: 30bn yuan\ncities: {east: 5bn yuan}\n");
    }
}
