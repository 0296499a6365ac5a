package dev.winnow.console;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.console.input.PlanBudgets;
import dev.winnow.console.terminal.Refusal;
import org.junit.jupiter.api.Test;

class PlanBudgetsTest {

    /** No feature is on the class path of this module. */
    @Test
    void aMissingFeatureIsNamed() {
        assertThatThrownBy(PlanBudgets::installed)
                .isInstanceOf(Refusal.class)
                .hasMessage("`--plan` needs the feature `portfolio`, which is not installed");
    }
}
