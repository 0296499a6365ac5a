package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several firms in a cell are several firms or a question, never one firm. */
class FirmListsTest {

    private static final Universe UNIVERSE = Universe.parse(ShippedFacts.VOCABULARY, Map.of("firms.yaml", """
        universe: {name: firms, asOf: 2026-01-08}
        firms:
          - {id: haier, name: Haier 海尔}
          - {id: hisense, name: Hisense 海信}
          - {id: marks, name: Marks and Spencer}
        """));

    @TempDir
    private Path folder;

    private Imported imported(String heading, String cell, Mapping map) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "项目名称," + heading + "\n甲,\"" + cell + "\"\n");
        return Imported.of(UNIVERSE, map, null, file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Foo, Inc.",
                "Ministry of Electronics & IT, Govt. of India",
                "Bar Co., Ltd.",
                "Bar Co.,Ltd",
                "Wacker Chemie, AG & Co. KG",
                "Novo Nordisk A/S",
                "华为技术有限公司（深圳）",
                "华为（深圳、上海）",
                "AT&T",
                "Procter & Gamble",
                "L'Oréal",
                "Marks and Spencer",
                "China Iron and Steel Co., Ltd.",
                "和记黄埔",
                "与光科技"
            })
    void oneFirmStaysOne(String cell) throws IOException {
        for (String heading : new String[] {"企业名称", "合作投资方"}) {
            Imported imported = imported(heading, cell, Mapping.NONE);
            assertThat(imported.problems).isEmpty();
            assertThat(imported.yaml.replace("\"", ""))
                    .contains(heading.equals("企业名称") ? "owner: " + cell : "[" + cell + "]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "海尔，新投资本 | [海尔, 新投资本]",
                "Softbank,OpenAI,Oracle | [Softbank, OpenAI, Oracle]",
                "A; B | [A, B]",
                "A/B | [A, B]",
                "A、B | [A, B]",
                "Haier & Hisense | [Haier, Hisense]",
                "海尔和海信 | [海尔和海信]",
                "Foo, Inc., Bar Co., Ltd. | ['Foo, Inc.', 'Bar Co., Ltd.']",
            })
    void aListOfFirmsIsSplit(String cell, String firms) throws IOException {
        Imported imported = imported("合作投资方", cell, Mapping.NONE);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml.replace('"', '\'')).contains("coInvestors: " + firms);
    }

    @ParameterizedTest
    @CsvSource({"'海尔，新投资本', 2", "'Softbank,OpenAI,Oracle', 3", "A; B, 2", "A/B, 2", "A、B, 2"})
    void anOwnerIsOneFirm(String cell, int count) throws IOException {
        assertThat(imported("企业名称", cell, Mapping.NONE).problems)
                .containsExactly("list.csv:2:2: expected one name, `" + cell + "` has " + count
                        + "; write one of them, and the others in `coInvestors`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A and B", "A 与 B", "Haier & Acme", "甲公司和乙公司"})
    void aWordForAndIsAskedAbout(String cell) throws IOException {
        assertThat(imported("企业名称", cell, Mapping.NONE).problems)
                .containsExactly("list.csv:2:2: `" + cell
                        + "` can be one firm or several; write only one of several, or give `--map \"企业名称=" + cell + "="
                        + cell + "\"` if it is one");
        assertThat(imported("合作投资方", cell, Mapping.NONE).problems)
                .containsExactly("list.csv:2:2: `" + cell
                        + "` can be one firm or several; separate several by `|`, or give `--map \"合作投资方=" + cell + "="
                        + cell + "\"` if it is one");
    }

    @Test
    void theMappingAnswers() throws IOException {
        Mapping one = Objects.requireNonNull(Mapping.NONE.and("企业名称=A and B=A and B"));
        assertThat(imported("企业名称", "A and B", one).yaml).contains("owner: A and B\n");

        Mapping several = Objects.requireNonNull(Mapping.NONE.and("合作投资方=A and B=A | B"));
        assertThat(imported("合作投资方", "A and B", several).yaml).contains("coInvestors: [A, B]\n");
    }

    /** As a list of firms, it would lose the amounts in silence. */
    @ParameterizedTest
    @CsvSource({
        "'Firm,City,Investment (USD bn)', Firm",
        "'Company,Location,Capex (INR crore)', Company",
        "'企业名称,城市,投资额（亿元）', 企业名称"
    })
    void aListOfCompaniesWithInvestmentsIsAListOfProjects(String headings, String owner) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), headings + "\nHaier,Qingdao,3\n");

        Imported imported = Imported.of(UNIVERSE, Mapping.NONE, null, file);

        assertThat(imported.problems)
                .hasToString("[list.csv:1:1: no column gives the name or the id of a project; did you mean `--map \""
                        + owner + "=name\"`?]");
    }

    @Test
    void aListOfCompaniesWithoutInvestmentsStaysAListOfFirms() throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "Firm,Investment thesis\nMidea,Growth\n");

        assertThat(Imported.of(UNIVERSE, Mapping.NONE, null, file).problems).isEmpty();
    }
}
