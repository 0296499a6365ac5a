package dev.winnow.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A folder of text files on any file system that Spark supports.
 *
 * @param name its last path segment
 * @param texts its files by relative path, without hidden ones
 */
record Folder(String name, Map<String, String> texts) {

    /**
     * Maximum size in bytes. A pack has at most 4 MB; a larger folder contains a list of projects, which Spark reads
     * itself.
     */
    private static final long MOST = 64L << 20;

    /**
     * Reads a folder.
     *
     * @throws IOException if it cannot be read, or is too large to send to every executor
     */
    static Folder read(String place, Configuration configuration) throws IOException {
        Path folder = new Path(place);
        FileSystem files = folder.getFileSystem(configuration);
        if (!files.getFileStatus(folder).isDirectory()) {
            throw new FileNotFoundException(place + " is no folder");
        }
        Path whole = files.makeQualified(folder);
        Map<String, String> texts = new TreeMap<>();
        long read = 0;
        RemoteIterator<LocatedFileStatus> all = files.listFiles(whole, true);
        while (all.hasNext()) {
            LocatedFileStatus file = all.next();
            String name = whole.toUri().relativize(file.getPath().toUri()).getPath();
            if (name.startsWith(".") || name.contains("/.")) {
                continue;
            }
            read += file.getLen();
            if (read > MOST) {
                throw new IOException(place + " has more than 64 MB");
            }
            try (FSDataInputStream in = files.open(file.getPath())) {
                texts.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return new Folder(whole.getName(), texts);
    }

    /** Returns the files of a universe. */
    Map<String, String> documents() {
        Map<String, String> documents = new TreeMap<>(texts);
        documents.keySet().removeIf(name -> !name.matches("(?i).*\\.(ya?ml|json)"));
        return documents;
    }
}
