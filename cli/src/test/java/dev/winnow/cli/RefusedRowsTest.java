package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file for refused rows of an import, and rows that are accepted. */
class RefusedRowsTest {

    private static final String ROWS = """
            Project,City,Links
            %1$s,Qingdao,chip design
            %1$s 2,Qingdao,chip dezign
            """;

    @TempDir
    private Path folder;

    @Test
    void refusedRowsGoToOneFilePerInput() throws IOException {
        String one = write("one.csv", ROWS.formatted("Alpha"));
        String two = write("two.csv", ROWS.formatted("Beta"));

        Run.winnow("import", one, two);

        assertThat(folder.resolve("one.refused.csv"))
                .content()
                .contains("Alpha 2")
                .doesNotContain("Beta");
        assertThat(folder.resolve("two.refused.csv"))
                .content()
                .contains("Beta 2")
                .doesNotContain("Alpha");
    }

    @Test
    void eachOfSeveralListsHasAnAccount() throws IOException {
        String one = write("one.csv", ROWS.formatted("Alpha"));
        String two = write("two.csv", "Project,City\nGamma,Qingdao\n");

        assertThat(Run.winnow("import", one, two).out().replace(folder + "/", ""))
                .contains("""
                        Taken: 2 projects.
                        one.csv: 3 rows = 1 taken + 1 refused + 1 passed over
                        two.csv: 2 rows = 1 taken + 0 refused + 1 passed over
                        Rows: 5 = 2 taken + 1 refused + 2 passed over (2 of headings).
                        Refused rows, with their reasons, are in one.refused.csv: correct them there and import that file.
                        """);
        assertThat(Run.winnow("screen", "--project", one).err().replace(folder + "/", ""))
                .contains("""
                        note: one.csv: 3 rows = 1 taken + 1 refused + 1 passed over
                           | `winnow import one.csv` writes the refused rows with their reasons to a file
                        """);
    }

    @Test
    void forceDoesNotAffectRefusedRows() throws IOException {
        String one = write("one.csv", ROWS.formatted("Alpha"));
        write("one.refused.csv", "mended by hand");
        write("out.yaml", "old");

        Run.winnow("import", one, "-o", folder.resolve("out.yaml").toString(), "--force");

        assertThat(folder.resolve("out.yaml")).content().contains("alpha");
        assertThat(folder.resolve("one.refused.csv")).content().isEqualTo("mended by hand");
        assertThat(folder.resolve("one.refused-2.csv")).content().contains("Alpha 2");
    }

    @Test
    void refusedRowsNeedAnOrdinaryFile() throws IOException {
        String one = write("one.csv", ROWS.formatted("Alpha"));

        assertThat(Run.winnow("import", one, "--refused", folder.toString()).err())
                .contains("is not an ordinary file; write the path of a file, such as `refused.csv`");
    }

    @Test
    void anEqualRowIsPassedOverWhereRowsAreMerged() throws IOException {
        String list = write("list.csv", """
                Project,City,Capex
                Alpha,Qingdao,3 bn yuan
                Alpha,Qingdao,3 bn yuan
                Alpha,Qingdao,4 bn yuan
                """);
        String map = write("map.yaml", """
                kind: projects
                merge: true
                columns: {Project: name}
                set: {id: "{Project:id}"}
                """);

        assertThat(Run.winnow("import", list, "--map", map).out())
                .contains("list.csv:4:1: the project `alpha` was already given in row 2")
                .contains("Rows: 4 = 1 taken + 1 refused + 2 passed over (1 of headings, 1 with nothing new).");
    }

    @Test
    void aPacksTemplateContainsTheFactsItReads() {
        String headings = Run.winnow("template", "-f", "csv", "-r", "battery").out();

        assertThat(headings).contains("yield rate").doesNotContain("IT load").doesNotContain("child care plan");
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
