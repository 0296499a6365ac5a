package dev.winnow.workbench.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Writing a draft, and the state of the files it replaces. */
class DraftTest {

    @TempDir
    private Path folder;

    private static Draft draft(Path path, String before, String after) {
        return new Draft(List.of(new Draft.Change(path, before, after, "", null)), List.of(), null, null);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFileKeepsItsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("limits.yaml"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        draft(file, "before", "after").write();
        assertThat(file).hasContent("after");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw----");
    }

    @Test
    void aFileSystemWithoutPermissionsIsWrittenTo() throws IOException {
        URI archive = URI.create("jar:" + folder.resolve("pack.zip").toUri());
        try (FileSystem files = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path file = Files.writeString(files.getPath("limits.yaml"), "before");
            draft(file, "before", "after").write();
            assertThat(Files.readString(file)).isEqualTo("after");
        }
    }
}
