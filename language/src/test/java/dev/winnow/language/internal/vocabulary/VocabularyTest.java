package dev.winnow.language.internal.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.District;
import dev.winnow.model.domain.Firm;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.LeadUser;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The vocabulary equals the one documented in docs/rules.md. */
class VocabularyTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|:]+?)(?::[^|]*)? \\|$");

    @Test
    void theDocumentNamesEveryTypeAndComponentAndNoOther() throws IOException {
        Map<String, List<String>> told = new TreeMap<>();
        String table = Files.readString(Path.of("..", "docs", "rules.md")).split("## What a rule can ask about")[1];
        for (MatchResult row : ROW.matcher(table.split("\n## ")[0]).results().toList()) {
            told.put(row.group(1), List.of(row.group(2).split(", ")));
        }
        Map<String, List<String>> known = new TreeMap<>();
        for (String name : FactTypes.of(Vocabulary.core()).names()) {
            FactType type = FactTypes.of(Vocabulary.core()).type(name);
            known.put(name, List.copyOf(type.properties().keySet()));
        }
        assertThat(told).isEqualTo(known);
    }

    @Test
    void rulesMayMatchTheRowsOfEveryListOfACity() {
        assertThat(FactTypes.of(Vocabulary.core()).names().stream()
                        .map(FactTypes.of(Vocabulary.core())::type)
                        .filter(type -> type.list() != null)
                        .map(FactType::record))
                .containsExactlyInAnyOrder(Demand.class, District.class, Firm.class, Fund.class, LeadUser.class);
        assertThat(Vocabulary.core().rows().values())
                .hasSize(5)
                .allMatch(shape -> Vocabulary.isUnwritten(shape.unwritten()));
    }

    @Test
    void noRuleReadsTheOutcomeOfAProject() {
        assertThat(FactTypes.of(Vocabulary.core()).names()).doesNotContain("Outcome", "StatedFact");
    }
}
