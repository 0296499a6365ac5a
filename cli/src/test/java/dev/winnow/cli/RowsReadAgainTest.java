package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping may read a table in several parts; each row counts once. */
class RowsReadAgainTest {

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void rowsOfATableReadInTwoPartsCountOnce() throws IOException {
        String list = file("list.csv", "Project,Owner,Type\nOne,Haier,firm\nTwo,Hisense,x\nThree,Newcomer,firm\n");
        String map = file("map.yaml", """
                records:
                  - {kind: projects, columns: {Project: name, Owner: owner}, leave: rest}
                  - {kind: firms, columns: {Owner: name}, set: {id: "{Owner:id}"}, leave: rest, where: {Type: firm}}
                """);

        assertThat(Run.winnow("import", list, "--map", map).out())
                .contains("Rows: 4 = 3 taken + 0 refused + 1 passed over (1 of headings).\n")
                .contains("Read again by other sections of the mapping. Rows: 4 = 1 taken + 0 refused + 3 passed over");
    }

    @Test
    void aRowRefusedByAnotherPartIsReported() throws IOException {
        String list = file("list.csv", "Project,Owner,Output\nOne,Haier,much\n");
        String map = file("map.yaml", """
                records:
                  - {kind: projects, columns: {Project: name, Owner: owner}, leave: rest}
                  - {kind: facts, columns: {Project: subject, Output: figure}, set: {about: output}, leave: rest}
                """);

        Run run = Run.winnow("import", list, "--map", map);

        assertThat(run.out())
                .contains("Rows: 2 = 1 taken + 0 refused + 1 passed over")
                .contains("Read again by other sections of the mapping. Rows: 2 = 0 taken + 1 refused + 1 passed over");
        assertThat(run.exit()).isEqualTo(3);
    }
}
