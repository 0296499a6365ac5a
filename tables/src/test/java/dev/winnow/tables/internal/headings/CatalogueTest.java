package dev.winnow.tables.internal.headings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.Template;
import dev.winnow.tables.internal.cells.HeadingUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    private final HeadingCatalogue catalogue = HeadingCatalogue.get();

    static List<EntryKind> kinds() {
        return EntryKinds.of(ShippedFacts.VOCABULARY).values();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theCatalogueNamesExactlyThePropertiesOfTheModel(EntryKind kind) {
        List<String> names = new ArrayList<>();
        if (kind.holder() != null) {
            names.add(kind.holder());
        }
        kind.properties().forEach(property -> names.add(property.name()));

        Set<String> told = new TreeSet<>();
        catalogue.words(kind).values().forEach(told::addAll);
        assertThat(told).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void missingCatalogueEntriesAreReported() {
        assertThatThrownBy(() ->
                        catalogue.column(EntryKinds.of(ShippedFacts.VOCABULARY).projects(), "talents"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("catalogue.txt has no `talents` under `[projects]`");
        EntryKinds kinds = EntryKinds.of(ShippedFacts.VOCABULARY);
        assertThatThrownBy(() -> catalogue.column(new EntryKind("cities.nothings", "city", List.of(), kinds), "name"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("catalogue.txt has no `[cities.nothings]`");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void templateHeadingsMeanTheirProperty(EntryKind kind) {
        for (Language language : Language.values()) {
            for (Key key : Template.columns(kind)) {
                String heading = HeadingCatalogue.get().heading(kind, key, language);
                assertThat(new Meanings(kind).exact(heading)).as(heading).containsExactly(key.name());
            }
        }
    }

    static List<Path> packs() throws IOException {
        try (Stream<Path> packs = Files.list(Path.of("..", "rules"))) {
            return packs.filter(pack -> Files.exists(pack.resolve("pack.yaml")))
                    .sorted()
                    .toList();
        }
    }

    /** The words of a question can be used as the heading of its column. */
    @ParameterizedTest
    @MethodSource("packs")
    void factNamesAreHeadings(Path pack) {
        List<Problem> problems = new ArrayList<>();
        Vocabulary vocabulary = Vocabulary.core().and(Vocabulary.read(pack, problems), problems);
        EntryKinds kinds = EntryKinds.of(vocabulary);
        assertThat(problems).isEmpty();
        SoftAssertions softly = new SoftAssertions();
        int[] asked = {0};
        for (EntryKind kind : kinds.values()) {
            if (!kind.isProjects() && !kind.name().startsWith("cities")) {
                continue; // No question asks about it.
            }
            String owner = kind.isProjects()
                    ? Vocabulary.PROJECT
                    : kind.name().equals("cities") ? Vocabulary.CITY : kind.list();
            for (Language language : Language.values()) {
                for (Property property : kind.properties()) {
                    String words = vocabulary.words(owner, property.name(), language);
                    asked[0]++;
                    softly.assertThat(new Meanings(kind).exact(words))
                            .as("%s of %s: %s", property.name(), kind.name(), words)
                            .containsExactly(property.name());
                }
                if (kind.name().startsWith("cities.")) {
                    String words = vocabulary.words(Vocabulary.CITY, kind.list(), language);
                    softly.assertThat(catalogue.kinds(kinds, words).stream().map(EntryKind::name))
                            .as("%s: %s", kind.name(), words)
                            .contains(kind.name());
                }
            }
        }
        softly.assertAll();
        assertThat(asked[0]).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyColumnHasADescriptionInBothLanguages(EntryKind kind) {
        for (Property property : kind.properties()) {
            assertThat(kind.note(property.name())).as(property.name()).isNotBlank();
            assertThat(catalogue.column(kind, property.name()).note())
                    .as(property.name())
                    .containsPattern("\\p{IsHan}");
        }
        assertThat(catalogue.sheet(kind).note()).containsPattern("\\p{IsHan}");
    }

    @Test
    void everyClosedChoiceHasWordsInBothLanguages() {
        Stream<String> choices = EntryKinds.of(Vocabulary.core()).values().stream()
                .flatMap(kind -> kind.properties().stream())
                .filter(property -> !property.name().equals("complete")
                        && !Unit.currencies().equals(property.choices())) // Codes are the same in every language.
                .flatMap(property -> property.choices().stream());

        assertThat(choices)
                .allSatisfy(choice -> assertThat(catalogue.value(choice))
                        .as(choice)
                        .satisfies(words -> {
                            assertThat(words.english()).isNotEmpty();
                            assertThat(words.chinese()).isNotEmpty();
                        }));
    }

    @ParameterizedTest
    @CsvSource({
        "yieldRate, yieldRate",
        "yield rate, yieldRate",
        "Yield, yieldRate",
        "良率, yieldRate",
        "良 率, yieldRate",
        "投资额, investment",
        "总投资, investment",
        "城市, city",
        "赛道, track",
        "设备国产化率, domesticEquipmentRate",
        "国产化率（材料）, domesticMaterialRate",
        "yieldRate.source, yieldRate.source",
        "yield source, yieldRate.source",
        "良率来源, yieldRate.source",
        "良率.截至, yieldRate.asOf",
        "yieldRate.2, yieldRate.2",
        "yieldRate.2.note, yieldRate.2.note",
        "投产时间, milestones.production",
        "milestones.tool-in, milestones.tool-in"
    })
    void headingsHaveTheirMeaning(String heading, String property) {
        assertThat(new Meanings(EntryKinds.of(ShippedFacts.VOCABULARY).projects()).exact(heading))
                .containsExactly(property);
    }

    @Test
    void anUnspecificDomesticRateIsAmbiguous() {
        assertThat(new Meanings(EntryKinds.of(ShippedFacts.VOCABULARY).projects()).exact("国产化率"))
                .containsExactly("domesticEquipmentRate", "domesticMaterialRate");
    }

    @ParameterizedTest
    @CsvSource({"investmnt, investment", "total investmnt, investment", "本项目总投资额, investment"})
    void aSimilarHeadingIsOpen(String heading, String property) {
        assertThat(new Meanings(EntryKinds.of(ShippedFacts.VOCABULARY).projects()).exact(heading))
                .isEmpty();
        assertThat(new Meanings(EntryKinds.of(ShippedFacts.VOCABULARY).projects()).near(heading))
                .containsExactly(property);
    }

    @ParameterizedTest
    @CsvSource({"联系人", "电话", "contact", "负责人", "所属科室"})
    void anUnrelatedHeadingHasNoMeaning(String heading) {
        assertThat(new Meanings(EntryKinds.of(ShippedFacts.VOCABULARY).projects()).exact(heading))
                .isEmpty();
        assertThat(new Meanings(EntryKinds.of(ShippedFacts.VOCABULARY).projects()).near(heading))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "投资额（亿元）| 投资额 | 亿元",
                "投资额(万元) | 投资额 | 万元",
                "investment [bn yuan] | investment | bn yuan",
                "investment, mn USD | investment | mn usd",
                "年产值/亿元 | 年产值 | 亿元",
                "投资额（单位：亿元） | 投资额 | 亿元",
                "投资额（亿） | 投资额 | 亿",
                "capex (EUR m) | capex | mn eur",
                "capex EUR m | capex | mn eur",
                "capex (RMB b) | capex | bn rmb",
                "capex (RMB millions) | capex | million rmb",
                "capex in €m | capex | mn €",
                "Investition (Mio. €) | Investition | mn €",
                "investment (USD bln) | investment | bn usd",
                "investment (m RMB) | investment | mn rmb",
                "investment, 100m RMB | investment | 亿元",
                "project cost US$ | project cost | us$",
                "総投資額（億円） | 総投資額 | 億円",
                "投資額（百万円） | 投資額 | 百万円",
                "投資額（単位：億円） | 投資額 | 億円",
                "투자금액(억원) | 투자금액 | 억원",
                "투자금액(단위: 백만원) | 투자금액 | 백만원",
                "Investition (Mio. EUR) | Investition | mn eur",
                "Investition in Mio. EUR | Investition | mn eur",
                "Investition [Mrd. Euro] | Investition | bn euro",
                "Total cost ($bn) | Total cost | bn $",
                "Capital cost (USD bn) | Capital cost | bn usd",
                "Investment (JPY 100 million) | Investment | 亿日元",
                "Investment (INR crore) | Investment | crore inr",
                "capex_inr_cr | capex | crore inr",
                "capex_usd_mn | capex | mn usd",
                "Inversión (millones de euros) | Inversión | million euros",
                "Inversión (M€) | Inversión | mn €",
                "Investissement (M€) | Investissement | mn €",
                "Investissement (millions d'euros) | Investissement | million euros",
                "Montant (en M€) | Montant | mn €",
                "Montant (Md€) | Montant | bn €",
                "Coût (k€) | Coût | thousand €",
                "amount (USD '000) | amount | thousand usd",
                "amount (RMB 10,000) | amount | 万元",
                "date (dd/mm/yyyy) | date | day first",
                "签约日期（月/日/年） | 签约日期 | month first",
                "length (m) | length (m) |",
                "签约日期(年/月/日) | 签约日期 |",
                "signed (yyyy.mm.dd) | signed |",
                "良率（%） | 良率 | %",
                "yield (percent) | yield | %",
                "签约日期（年月日） | 签约日期 |",
                "国产化率（设备） | 国产化率(设备) |",
                "项目名称 | 项目名称 |"
            })
    void aHeadingGivesItsUnit(String heading, String bare, String unit) {
        assertThat(HeadingUnit.of(heading)).isEqualTo(new HeadingUnit(bare, unit));
    }
}
