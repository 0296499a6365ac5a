package dev.winnow.engine.internal.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.WindRule;
import dev.winnow.engine.internal.evaluate.PlacedCondition;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Equal expressions share a number across rules and variable names. */
class ConditionBinderTest {

    private final ConditionBinder binder = new ConditionBinder();

    /** The number of the conditions of a rule's pattern on its own fact. */
    private int alone(String when, int pattern) {
        CheckedRule rule = WindRule.of(when);
        return binder.alone(rule, pattern, PlacedCondition.of(rule, pattern));
    }

    private int joint(String when, int pattern) {
        CheckedRule rule = WindRule.of(when);
        return binder.joint(rule, PlacedCondition.of(rule, pattern));
    }

    @Test
    void numbersDoNotDependOnNamesAndPlaces() {
        assertThat(alone("Demand( $out : partsPerUnit, $units : annualUnits, $out >= $units ) Project( )", 0))
                .isEqualTo(alone("Project( ) Demand( $a : partsPerUnit, $b : annualUnits, $a >= $b )", 1))
                .isEqualTo(alone("Project( ) Demand( partsPerUnit >= annualUnits )", 1));
    }

    @Test
    void aReversedComparisonIsTheSame() {
        assertThat(alone("Project( ) Demand( partsPerUnit > annualUnits )", 1))
                .isEqualTo(alone("Project( ) Demand( annualUnits < partsPerUnit )", 1));
        assertThat(alone("Project( ) Demand( partsPerUnit <= annualUnits )", 1))
                .isEqualTo(alone("Project( ) Demand( annualUnits >= partsPerUnit )", 1));
    }

    @Test
    void otherConditionsHaveOtherNumbers() {
        List<String> each = List.of(
                "Demand( partsPerUnit >= annualUnits )",
                "Demand( annualUnits >= partsPerUnit )",
                "Demand( partsPerUnit > annualUnits )",
                "Demand( !( partsPerUnit >= annualUnits ) )",
                "Demand( partsPerUnit == annualUnits )",
                "Demand( partsPerUnit != annualUnits )",
                "Demand( partsPerUnit >= annualUnits, partsPerUnit > 0 )",
                "Demand( partsPerUnit >= annualUnits || partsPerUnit > 0 )",
                "Demand( partsPerUnit > 0 )",
                "Demand( partsPerUnit > 1 )",
                "Demand( partsPerUnit + annualUnits > 1 )",
                "Demand( partsPerUnit - annualUnits > 1 )",
                "Demand( partsPerUnit * annualUnits > 1 )",
                "Demand( partsPerUnit / annualUnits > 1 )",
                "Demand( endMarket in ( \"wind\" ) )",
                "Demand( endMarket in ( \"sun\" ) )",
                "Demand( endMarket not in ( \"wind\" ) )",
                "Demand( endMarket == \"wind\" )",
                "LeadUser( endMarket == \"wind\" )");

        assertThat(each.stream().map(when -> alone("Project( ) " + when, 1))).doesNotHaveDuplicates();
    }

    @Test
    void jointConditionsDependOnPlaces() {
        String need = "Project( $need : fundingNeed ) ";

        assertThat(joint(need + "Fund( available >= $need )", 1))
                .isEqualTo(joint("Project( $sum : fundingNeed ) Fund( $all : available, $all >= $sum )", 1))
                .isNotEqualTo(joint(need + "AsOf( ) Fund( available >= $need )", 2));
    }

    @Test
    void boundConditionsAreEvaluated() {
        CheckedRule rule = WindRule.of("Project( ) Demand( partsPerUnit >= annualUnits )");
        int number = binder.alone(rule, 1, PlacedCondition.of(rule, 1));
        Conditions bound = binder.bound();

        assertThat(bound.alone(number, demand(Figure.exactly(3, Unit.NUMBER)), WrittenKeys.NONE))
                .isEqualTo(Truth.YES);
        assertThat(bound.alone(number, demand(Figure.exactly(1, Unit.NUMBER)), WrittenKeys.NONE))
                .isEqualTo(Truth.NO);
        assertThat(bound.alone(number, demand(null), WrittenKeys.NONE)).isEqualTo(Truth.POSSIBLE);
    }

    private static Demand demand(Figure parts) {
        return new Demand("town", "wind", null, Figure.exactly(2, Unit.NUMBER), parts, null);
    }
}
