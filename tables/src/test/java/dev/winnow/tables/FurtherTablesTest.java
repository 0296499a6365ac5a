package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A further table in a sheet is read separately, for any kind and distance. */
class FurtherTablesTest {

    @TempDir
    private Path folder;

    private Imported read(String text) throws IOException {
        return Imported.of(Files.writeString(folder.resolve("list.csv"), text));
    }

    @Test
    void entriesNamedByProjectsMayFollowBelow() throws IOException {
        Imported imported = read("name,city\nAlpha,Yantai\n\ncity,province\nYantai,Shandong\n");

        assertThat(imported.problems).isEmpty();
        assertThat(imported.rows.taken()).isEqualTo(2);
    }

    @Test
    void entriesFarBelowAreReadAfterTheProjects() throws IOException {
        StringBuilder text = new StringBuilder("name,owner\n");
        for (int i = 0; i < 6_000; i++) {
            text.append("P").append(i).append(",A\n");
        }
        Imported imported = read(text + "city,province\nYantai,Shandong\nname,owner\nBeta,B\n");

        assertThat(imported.problems).isEmpty();
        assertThat(imported.rows.taken()).isEqualTo(6_002);
        assertThat(imported.rows.rows()).isEqualTo(6_005);
        assertThat(imported.yaml).contains("id: yantai", "id: beta");
    }

    @Test
    void aRefusedTableDoesNotAffectTablesBelow() throws IOException {
        Imported imported = read("name,owner\nAlpha,A\nname,city,国产化率\nGamma,Qingdao,70 %\nname,owner\nBeta,B\n");

        assertThat(imported.problems)
                .containsExactly(
                        "list.csv:3:3: the heading `国产化率` can mean `domesticEquipmentRate` or `domesticMaterialRate`;"
                                + " did you mean `--map \"国产化率=domesticEquipmentRate\"` or `--map \"国产化率=domesticMaterialRate\"`?");
        assertThat(imported.rows.refused()).isEqualTo(1);
        assertThat(imported.yaml).contains("id: alpha", "id: beta");
    }
}
