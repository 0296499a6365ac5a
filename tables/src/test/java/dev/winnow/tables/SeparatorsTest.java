package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The separator of a file is the one that parts most of its first lines into the same number of cells. */
class SeparatorsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,city,investment (mn yuan)\nA,Qingdao,12\nB,Qingdao,15",
                "name;city;investment (mn yuan)\nA;Qingdao;12\nB;Qingdao;15",
                "name|city|investment (mn yuan)\nA|Qingdao|12\nB|Qingdao|15",
                "项目名称，所在城市，投资额（百万元）\nA，青岛，12\nB，青岛，15",
                "sep=;\nname;city;investment (mn yuan)\nA;Qingdao;12\nB;Qingdao;15",
                "sep=;\nname,city,investment (mn yuan)\nA,Qingdao,12\nB,Qingdao,15",
                "sep=|\nname|city|investment (mn yuan)\nA|Qingdao|12\nB|Qingdao|15",
                "Fabs, as of June, selection, draft\nname;city;investment (mn yuan)\nA;Qingdao;12\nB;Qingdao;15",
                "Fabs, as of June, selection, draft\nname\tcity\tinvestment (mn yuan)\nA\tQingdao\t12\nB\tQingdao\t15",
                "Fabs; as of June; selection\nname,city,investment (mn yuan)\nA,Qingdao,12\nB,Qingdao,15",
                "Fabs of the year\nname|city|investment (mn yuan)\nA|Qingdao|12\nB|Qingdao|15",
                "name;city;investment (mn yuan)\nA;Qingdao;12,0\nB;Qingdao;15,0",
                "name,city,investment (mn yuan)\nA,Qingdao,12\nB,Qingdao,15\n\"Note: a; b; c; d\",,",
            })
    void theTableIsRead(String text) throws IOException {
        Imported imported = Imported.of(Files.writeString(folder.resolve("list.csv"), text + "\n"));

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml.replace("12.0", "12").replace("15.0", "15").replaceAll("mn yuan|百万元", "mn"))
                .contains("name: A\n", "name: B\n", "city: qingdao\n")
                .containsPattern("investment: 12 ?mn\n")
                .containsPattern("investment: 15 ?mn\n");
        assertThat(imported.rows.taken()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,owner\nA,x | y\nB,u | v\n",
                "name\nA | x\nB | y\n",
                "名称,合作方\nA,甲，乙\nB,丙，丁\n",
                "name,owner\nA,\"x; y; z\"\nB,\"u; v; w\"\n"
            })
    void separatorsWithinCellsPartNoColumns(String text) throws IOException {
        Imported imported = Imported.of(Files.writeString(folder.resolve("list.csv"), text));

        assertThat(imported.tables)
                .singleElement()
                .satisfies(table -> assertThat(table.columns()).hasSize(text.startsWith("name\n") ? 1 : 2));
    }
}
