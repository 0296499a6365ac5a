package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Law;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.RuleParser;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A checked rule, given by its conditions. */
public final class WindRule {

    private WindRule() {}

    /** @param when the lines between `when` and `then` */
    public static CheckedRule of(String when) {
        List<Problem> problems = new ArrayList<>();
        RuleFile file = new RuleFile("wind.drl", "wind", """
            package town.wind
            import dev.winnow.model.*
            import dev.winnow.engine.*
            global Scorecard card
            rule "turbine"
              @title("A turbine")  @points(10)  @source("almanac")
            when
            %s
            then
              card.award("Wind");
            end
            """.formatted(when), problems);
        PackRule read = RuleParser.parse(file, "town.wind").rules().get(0);
        CheckedRule checked = Law.check(
                file,
                read,
                FactTypes.of(ShippedFacts.VOCABULARY),
                LimitTable.read(null, Unit.MONEY, List.of(), new ArrayList<>()),
                Set.of("wind"));
        assertThat(problems).isEmpty();
        if (checked == null) {
            throw new AssertionError("rejected without a problem");
        }
        return checked;
    }
}
