package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists as spreadsheet programs of several countries save them: no name is read in another encoding. */
class EncodingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        windows-31j   | Shift_JIS    | トヨタ自動車九州工場 | 半導体製造装置
        x-windows-949 | EUC-KR       | 삼성전자 평택공장    | 한국반도체 청주
        windows-1252  | windows-1252 | Müller Gießerei Köln | Südwärme Öl
        windows-1252  | windows-1252 | Société de l’Énergie    | Usine de Orléans
        windows-1252  | windows-1252 | Compañía Eléctrica   | Planta Nº 3
        Big5          | Big5         | 台積電先進封裝      | 聯發科技
        GBK           | GBK          | 蓝谷外延片项目      | 即墨封装基地
        GBK           | GBK          | 丰田                | 三星
        """)
    void aListIsReadInTheEncodingOfItsCountry(String charset, String called, String one, String other)
            throws IOException {
        Path file = folder.resolve("list.csv");
        Files.write(file, ("name,owner\n" + one + "," + other + "\n").getBytes(Charset.forName(charset)));
        Imported imported = Imported.of(file);

        assertThat(imported.notes).containsExactly("list.csv: the text is read as " + called);
        assertThat(imported.yaml.replace("\"", ""))
                .contains("name: " + one + "\n")
                .contains("owner: " + other + "\n");
    }

    @Test
    void aZeroByteCostsItsRowOnly() throws IOException {
        Path file = folder.resolve("list.csv");
        Files.write(file, "name,city\na\0b,青岛\nc,青岛\n".getBytes(StandardCharsets.UTF_8));
        Imported imported = Imported.of(file);

        assertThat(imported.problems).containsExactly("list.csv:2:1: the invisible character U+0000 cannot stand here");
        assertThat(imported.rows.taken()).isEqualTo(1);
    }
}
