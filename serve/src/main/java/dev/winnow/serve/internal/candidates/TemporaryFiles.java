package dev.winnow.serve.internal.candidates;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that exist while they are read, in a new folder that only their owner can enter. Their names contain nothing of
 * a request.
 */
public final class TemporaryFiles implements Closeable {

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    public TemporaryFiles() throws IOException {
        this.folder = Files.createTempDirectory("winnow-serve");
    }

    /**
     * Writes a file.
     *
     * @param ending its ending, one of a closed list
     */
    public Path write(String ending, byte[] content) throws IOException {
        Path file = folder.resolve((files.size() + 1) + ending);
        files.add(file);
        Files.write(file, content);
        return file;
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
