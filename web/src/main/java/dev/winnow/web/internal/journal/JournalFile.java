package dev.winnow.web.internal.journal;

import dev.winnow.model.source.FailedWrite;
import dev.winnow.model.source.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A journal in a file that only one program at a time can open. Not thread-safe. */
public final class JournalFile implements JournalStorage {

    private final Path file;
    private final FileChannel lock;
    private FileChannel channel;

    private JournalFile(Path file, FileChannel lock, FileChannel channel) {
        this.file = file;
        this.lock = lock;
        this.channel = channel;
    }

    /**
     * Opens the journal, or begins one.
     *
     * @throws FailedWrite if another program has it open
     */
    public static JournalFile open(Path file) throws IOException {
        FileChannel lock = channel(file.resolveSibling(file.getFileName() + ".lock"));
        try {
            if (!isLocked(lock)) {
                throw new FailedWrite(Message.of("another winnow has this workspace open"));
            }
            return new JournalFile(file, lock, channel(file));
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) { // this program itself
            return false;
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(
                OwnerOnly.file(file),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public byte[] read() throws IOException {
        return Files.readAllBytes(file);
    }

    @Override
    public void append(byte[] bytes) throws IOException {
        channel.position(channel.size());
        write(channel, bytes);
    }

    private static void write(FileChannel to, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            to.write(left);
        }
    }

    @Override
    public void sync() throws IOException {
        channel.force(true);
    }

    @Override
    public void truncate(long length) throws IOException {
        channel.truncate(length);
        channel.force(true);
    }

    @Override
    public void replace(byte[] bytes) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        try (FileChannel to = channel(next)) {
            write(to, bytes);
            to.force(true);
        }
        channel.close();
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OwnerOnly.syncFolder(file);
        channel = channel(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        lock.close();
    }
}
