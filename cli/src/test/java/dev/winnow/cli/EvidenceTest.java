package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values, sources and unknowns of a universe. */
class EvidenceTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String LODESTONE =
            Run.HOME.resolve("docs/examples/lodestone.yaml").toString();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sien", "SiEn", "芯恩", "SiEn 芯恩"})
    void subjectsAreFoundByIdNameOrPartOfAName(String subject) {
        assertThat(Run.winnow("evidence", subject).out()).contains("project sien: SiEn 芯恩", "1 subject,");
    }

    @Test
    void aCityIncludesItsRows() {
        assertThat(Run.winnow("evidence", "qingdao").out())
                .contains("city qingdao: Qingdao 青岛", "fund urban-construction", "district Laoshan 崂山, qingdao");
    }

    @Test
    void laterKnowledgeIsMarkedAndAbsentFromEarlierViews() {
        assertThat(Run.winnow("evidence", "hisense-2000").out())
                .containsPattern("owns its technology +false +article § 2 +2005-12-31 \\*")
                .containsPattern("outcome +failed .*\\*");
        assertThat(Run.winnow("evidence", "hisense-2000", "--as-of", "2026-01-08")
                        .out())
                .doesNotContain("outcome", "*")
                .containsPattern("owns its\\s+technology,");
    }

    @Test
    void factsOfOtherPoliciesAreNoGaps() {
        assertThat(Run.winnow("evidence", "micron", "-u", "chips-act").out())
                .contains("? not known (6): milestones complete, track, funding need, co-investors,\n")
                .doesNotContain("yield rate", "PUE");
        assertThat(Run.winnow("evidence", "zhongwei", "-u", "data-centre").out())
                .contains("? not known (1): years to a grid connection\n")
                .doesNotContain("firm count", "bottlenecks");
    }

    @Test
    void unknownFactsOfTheNamedPacksAreGaps() {
        assertThat(Run.winnow("evidence", "micron", "-u", "chips-act", "-r", "data-centre")
                        .out())
                .contains("PUE")
                .doesNotContain("child care plan", "yield rate");
    }

    @Test
    void wordsOfClosedListsAreTranslated() {
        assertThat(Run.winnow("evidence", "zhongwei", "-u", "data-centre").out())
                .containsPattern("kind of hub +rich in renewables ")
                .contains("network route Yangtze Delta, zhongwei\n");
        assertThat(Run.winnow("evidence", "zhongwei", "-u", "data-centre", "--lang", "zh")
                        .out())
                .contains("城市 zhongwei：中卫\n", "网络通道 长三角，中卫\n", "供电来源 绿电供应项目，直供，中卫\n");
        assertThat(Run.winnow("evidence", "sien", "--lang", "zh").out()).containsPattern("结果 +2026年1月8日前成功 +正解局文章§1");
    }

    @Test
    void anInventedProjectIsLabelled() {
        assertThat(Run.winnow("evidence", "lodestone", "-u", "semiconductor", "-u", LODESTONE)
                        .out())
                .contains("project lodestone: Lodestone", "(invented)");
        assertThat(Run.winnow("evidence", "bigcell", "-u", "illustrative").out())
                .contains("ILLUSTRATIVE: this universe is invented.");
    }

    @Test
    void problemsAreReportedAndOtherFactsListed() throws IOException {
        Path file = folder.resolve("wind.yaml");
        Files.writeString(file, """
            universe: {name: wind, asOf: 2025-06-30}
            projects:
              - {id: gale, yieldRate: 97 %}
              - {id: lull, yieldRate: 970 %}
            """);
        Run run = Run.winnow("evidence", "-u", file.toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("wind.yaml:4:27: ", "1 problem; entries with problems were left out");
        assertThat(run.out()).contains("project gale").doesNotContain("lull");
    }

    /** Facts of the article, each with its bound and section; the list is taken from the article itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "China 中国 | size of the semiconductor market | 1,302.8 bn yuan | exact | article § Introduction",
                "qingdao | main track | integrated circuits within new-generation information technology | | article §"
                        + " 1",
                "integrated-circuits | targetOutput | 200 bn yuan | exact | article § 1",
                "integrated-circuits | due | 2027-12-31 | | article § 1",
                "wuyuan | milestones.tool-in | 2025-08-31 | | article § 1",
                "wuyuan | scarceTechnology | true | | article § 1",
                "sirui | milestones.production | 2025-12-31 | | article § 1",
                "sien | yieldRate | over 90 % | at-least | article § 1",
                "sien | milestones.production | 2018-12-31 | | article § 1",
                "sien | technicalLeader | true | | article § 1",
                "sien | cidm | true | | article § 2",
                "sien | coInvestors | Aucma 澳柯玛 | | sien-contract",
                "sien | investment | about 15 bn yuan | about | sien-contract",
                "sien | investment of phase 1 | 7.8 bn yuan | exact | sien-contract",
                "sien | linkedFirms | 8 | exact | sien-contract",
                "datang | links | chip-design, chip-modules | | article § 1",
                "huike | links | semiconductor-materials, power-devices, power-device-packaging | | article § 1",
                "huike | claimsScale | true | | article § 1",
                "foxconn | milestones.production | 2021-12-31 | | article § 1",
                "goertek | innovationPlatform | true | | article § 1",
                "goertek | claimsScale | true | | article § 1",
                "wuyuan | ownsTechnology | true | | article § 1",
                "hisense-xinxin | ownsTechnology | true | | article § 2",
                "goertek | world share of better virtual-reality headsets | over 80 % | at-least | article § 1",
                "goertek | virtual-reality researchers that the centre can call on | 70 % | exact | article § 1",
                "boe | lines in operation | 47 | exact | article § 1",
                "boe | modules a year at full production | 150,000,000 | exact | article § 1",
                "wanda | deliversTo | display-modules | | article § 1",
                "qingdao | firmCount | 111 | exact | article § 1",
                "Qingdao IC Industrial Park 青岛集成电路产业园 | rank among China's parks | 17 | exact | article § 1",
                "Qingdao IC Industrial Park 青岛集成电路产业园 | rank among China's parks | 14 | exact | park-ranks",
                "West Coast New Area 西海岸新区 | keyEnterprises | 48 | exact | article § 1",
                "West Coast New Area 西海岸新区 | totalInvestment | about 180 bn yuan | about | article § 1",
                "wuyuan | linkedFirms | over 10 | at-least | article § 1",
                "wuyuan | domesticEquipmentRate | over 70 % | at-least | article § 1",
                "wuyuan | domesticMaterialRate | over 85 % | at-least | article § 1",
                "Laoshan 崂山 | specialisms | chip-design, picture-chip-design, eda | | article § 1",
                "Jimo 即墨 | specialisms | semiconductor-materials, power-devices, power-device-packaging | | article §"
                        + " 1",
                "qingdao | chain links covered | 5 | exact | article § 1",
                "qingdao | rank among the world's 100 cities for integrated circuits | 82 | exact | article § 1",
                "jinan | rank among the world's 100 cities for integrated circuits | 78 | exact | article § 3",
                "urban-construction | investments completed | 641 | exact | article § 1",
                "urban-construction | invested | over 30 bn yuan | at-least | article § 1",
                "urban-construction | leveraged | over 60 bn yuan | at-least | article § 1",
                "jinan | aicEquityPilotSince | 2024-09-24 | | aic-pilot",
                "nanjing | aicEquityPilotSince | 2024-09-24 | | aic-pilot",
                "aic-signed-2025 | capital | over 15.2 bn yuan | at-least | aic-funds",
                "core-park-2024 | capital | over 14 bn yuan | at-least | article § 1",
                "Qingdao IC Industrial Park 青岛集成电路产业园 | funds landed | over 20 bn yuan | at-least | article § 1",
                "hisense-2000 | yearsToFirstProduct | 5 | exact | article § 2",
                "haier-2000 | yearsToFirstProduct | 3 | exact | article § 2",
                "hisense-xinxin | generationsShipped | 5 | exact | article § 2",
                "consumer-electronics | annualOutput | over 300 bn yuan | at-least | article § 2",
                "automotive | annualUnits | over 200,000 | at-least | vehicles-2025",
                "automotive | partsPerUnit | 1,000–1,200 | between | article § 2",
                "magnetic-storage | end markets | 4 | exact | article § 2",
                "shenzhen | firmCount | 138,800 | exact | article § 3",
                "guangzhou | firmCount | 71,000 | exact | article § 3",
                "shanghai | firmCount | 40,300 | exact | article § 3",
                "Shandong 山东 | rank among provinces by semiconductor-related firms | 4 | exact | article § 3",
                "hsmc | investment | 128 bn yuan | exact | failures",
                "hsmc | ownsTechnology | false | | failures",
                "hsmc | outcome | stopped by 2019-12-31 | | failures",
                "tacoma | outcome | failed by 2020-12-31 | | failures",
                "hanxin | outcome | failed | | failures"
            })
    void theShippedUniverseCarriesWhatItsSourcesSay(
            String subject, String fact, String value, String bound, String source) throws IOException {
        boolean found = false;
        for (JsonNode one : JSON.readTree(ALL).get("subjects")) {
            for (JsonNode item : one.get("facts")) {
                found |= one.get("id").textValue().equals(subject)
                        && item.get("fact").textValue().equals(fact)
                        && item.get("value").textValue().equals(value)
                        && item.get("source").asText().equals(source)
                        && (bound == null
                                ? item.get("bound").isNull()
                                : item.get("bound").asText().equals(bound));
            }
        }
        assertThat(found).isTrue();
    }

    private static final String ALL = Run.winnow("evidence", "-f", "json", "-q").out();
}
