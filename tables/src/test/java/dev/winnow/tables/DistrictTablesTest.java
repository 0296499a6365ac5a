package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A district in the cell of a place identifies its city. */
class DistrictTablesTest {

    private static final Universe CITIES = Universe.parse(ShippedFacts.VOCABULARY, Map.of("cities.yaml", """
        universe: {name: cities, asOf: 2026-01-08}
        cities:
          - {id: beijing, name: Beijing 北京}
          - {id: nanjing, name: Nanjing 南京}
          - id: qingdao
            name: Qingdao 青岛
            districts: [{name: West Coast New Area 西海岸新区}, {name: Laoshan 崂山}]
          - id: hefei
            name: Hefei 合肥
            districts: [{name: Binhu 滨湖科学城}, {name: 高新区}]
        """));

    @TempDir
    private Path folder;

    private Imported imported(String heading, String cell) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "项目名称," + heading + "\n甲,\"" + cell + "\"\n");
        return Imported.of(CITIES, Mapping.NONE, null, file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "西海岸新区 | qingdao | West Coast New Area 西海岸新区",
                "青岛西海岸新区 | qingdao | West Coast New Area 西海岸新区",
                "山东省青岛市西海岸新区 | qingdao | West Coast New Area 西海岸新区",
                "崂山区 | qingdao | Laoshan 崂山",
                "崂山 | qingdao | Laoshan 崂山",
                "山东青岛崂山 | qingdao | Laoshan 崂山",
                "Laoshan, Qingdao | qingdao | Laoshan 崂山",
                "城阳区 | qingdao | 城阳区",
                "山东省城阳区 | qingdao | 城阳区",
                "青岛市黄岛区灵山卫街道 | qingdao | 黄岛区",
                "胶州市 | qingdao | 胶州市",
                "即墨市 | qingdao | 即墨市",
                "海淀区 | beijing | 海淀区",
                "北京市朝阳区 | beijing | 朝阳区",
                "江苏省南京市鼓楼区 | nanjing | 鼓楼区",
                "滨湖科学城 | hefei | Binhu 滨湖科学城",
                "合肥高新区 | hefei | 高新区",
                "青岛高新区 | qingdao | 高新区",
            })
    void aDistrictIdentifiesItsCity(String cell, String city, String district) throws IOException {
        Imported imported = imported("建设地点", cell);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).contains("city: " + city + "\n", "district: " + district + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "鼓楼区 | `鼓楼区` may be the known city `nanjing`, called `Nanjing 南京`; give `--match \"鼓楼区=nanjing\"` if"
                        + " it is the same city, or `--match \"鼓楼区=new\"` for a new one",
                "朝阳 | `朝阳` may be the known city `beijing`, called `Beijing 北京`; give `--match \"朝阳=beijing\"` if it"
                        + " is the same city, or `--match \"朝阳=new\"` for a new one",
                "高新区 | `高新区` may be the known city `hefei`, called `Hefei 合肥`; give `--match \"高新区=hefei\"` if it is"
                        + " the same city, or `--match \"高新区=new\"` for a new one",
                "南京市城阳区 | `南京市城阳区` names a district of another city: 青岛",
                "浙江省青岛市崂山区 | `浙江省青岛市崂山区` names the wrong province: the city is in Shandong 山东",
            })
    void anAmbiguousDistrictIsQuestionedOrRefused(String cell, String problem) throws IOException {
        assertThat(imported("建设地点", cell).problems).containsExactly("list.csv:2:2: " + problem);
    }

    @Test
    void aColumnOfDistrictsGivesTheCity() throws IOException {
        assertThat(imported("所在区市", "城阳区").yaml).contains("city: qingdao\n    district: 城阳区\n");
        assertThat(imported("所在区市", "高新区").problems)
                .containsExactly(
                        "list.csv:2:2: `高新区` does not name its city; known cities with this district: `hefei`; name"
                                + " the city in a column or in front of the district: `hefei, 高新区`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "烟台市 | `烟台市` is in 烟台, which is not a city of this universe; remove the row, or add the city to the"
                        + " universe",
                "莱阳市 | `莱阳市` is in 烟台, which is not a city of this universe; remove the row, or add the city to the"
                        + " universe",
                "山东省烟台市莱山区 | `山东省烟台市莱山区` is in 烟台, which is not a city of this universe; remove the row, or add the"
                        + " city to the universe",
                "新区 | `新区` does not say in which city the project is; write the city in a column of its own, or give"
                        + " `--map \"所属区市=新区=CITY\"` for all rows",
                "不存在区 | `不存在区` does not say in which city the project is; write the city in a column of its own, or"
                        + " give `--map \"所属区市=不存在区=CITY\"` for all rows",
                "城阳区、海淀区 | expected one name, `城阳区、海淀区` has 2; write one of them, and the others in `note`",
            })
    void aDistrictOfNoKnownCityIsRefused(String cell, String problem) throws IOException {
        assertThat(imported("所属区市", cell).problems).containsExactly("list.csv:2:2: " + problem);
    }

    @ParameterizedTest
    @CsvSource({"烟台市, 烟台", "莱阳市, 烟台"})
    void aDistrictBesideAnotherCityIsRefused(String district, String city) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "项目名称,城市,所属区市\n甲,青岛,崂山区\n乙,青岛," + district + "\n");

        assertThat(Imported.of(CITIES, Mapping.NONE, null, file).problems)
                .containsExactly("list.csv:3:3: `" + district + "` names a district of another city: " + city);
    }

    @ParameterizedTest
    @CsvSource({"城阳区、崂山区", "青岛市", "青岛市高新区"})
    void placesInOneCityGiveThatCity(String cell) throws IOException {
        assertThat(imported("所属区市", cell).yaml).contains("city: qingdao\n");
    }
}
