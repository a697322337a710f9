/*
 * A disk that can be trusted less than the page cache (LD_PRELOAD, Linux only). `faultyDisk.ts` builds and steers it.
 *
 * FAULTY_DISK_DIR      files whose real path starts with this are watched, all others are left alone
 * FAULTY_DISK_JOURNAL  every write and truncation is noted here BEFORE it is done, with the old and the new bytes, and
 *                      every sync AFTER it: whoever reads it knows what a disk may have lost when the power is cut.
 *                      kill -9 alone proves little, because the page cache outlives the process.
 * FAULTY_DISK_CONTROL  while this file says `EIO` or `ENOSPC`, writes fail (with EIO syncs too); `EIO sync`: syncs only;
 *                      `slow 20`: every sync first takes 20 ms.
 *
 * Told simply: making a file, O_TRUNC, unlink and rename count as durable at once. An unlinked file takes its notes
 * with it, a renamed one keeps them. Writes through mmap are not seen (SQLite has none here: its wal-index lies on the
 * heap under an exclusive lock).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))

enum { WRITE = 1, CUT, SYNCED, SYNC_FAILED, UNLINKED, RENAMED };
enum { FAIL_WRITES = 1, FAIL_SYNCS = 2 };
struct state { int fails, code, slow_ms; };
struct header { uint32_t magic, kind; uint64_t offset, size_before; uint32_t path, before, after, unused; };

/* One at a time: a sync must not count for a write that another thread notes meanwhile. */
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *dir, *journal_path, *control_path;
static int journal = -1;

__attribute__((constructor)) static void open_eyes(void) {
  dir = getenv("FAULTY_DISK_DIR");
  journal_path = getenv("FAULTY_DISK_JOURNAL");
  control_path = getenv("FAULTY_DISK_CONTROL");
  if (journal_path) journal = open(journal_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static int is_watched_path(const char *path) { return dir && strncmp(path, dir, strlen(dir)) == 0; }

static int is_watched(int fd, char *path) {
  if (!dir) return 0;
  int before = errno;
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  errno = before;
  if (length <= 0) return 0;
  path[length] = 0;
  static const char gone[] = " (deleted)";
  size_t tail = sizeof gone - 1;
  return is_watched_path(path) && !((size_t)length > tail && strcmp(path + length - tail, gone) == 0);
}

static struct state read_control(void) {
  struct state now = {0, 0, 0};
  char text[32] = "";
  int fd = control_path ? open(control_path, O_RDONLY | O_CLOEXEC) : -1;
  if (fd < 0) return now;
  ssize_t length = read(fd, text, sizeof text - 1);
  close(fd);
  if (length <= 0) return now;
  now.code = strncmp(text, "ENOSPC", 6) == 0 ? ENOSPC : EIO;
  if (now.code == ENOSPC) now.fails = FAIL_WRITES;
  else if (strncmp(text, "EIO sync", 8) == 0) now.fails = FAIL_SYNCS;
  else if (strncmp(text, "EIO", 3) == 0) now.fails = FAIL_WRITES | FAIL_SYNCS;
  if (strncmp(text, "slow ", 5) == 0) now.slow_ms = atoi(text + 5);
  return now;
}

/* One writev: a kill in the middle leaves a beginning of the note, which its reader ignores. */
static void note(int kind, const char *path, uint64_t offset, uint64_t size_before, const void *before,
                 size_t before_length, const void *after, size_t after_length) {
  if (journal < 0) return;
  struct header head = {0x4b534944, kind, offset, size_before, strlen(path), before_length, after_length, 0};
  struct iovec parts[] = {{&head, sizeof head}, {(void *)path, strlen(path)}, {(void *)before, before_length},
                          {(void *)after, after_length}};
  ssize_t whole = sizeof head + strlen(path) + before_length + after_length;
  if (REAL(writev)(journal, parts, 4) != whole) abort(); /* Without its journal the test would prove nothing. */
}

/* The bytes of a range that will be overwritten, as far as the file goes. */
static char *bytes_of(int fd, const char *path, off64_t offset, off64_t length, off64_t size, size_t *found) {
  if (offset + length > size) length = size - offset;
  *found = 0;
  if (length <= 0) return NULL;
  char *bytes = malloc(length);
  /* Never open what can be read as it is: closing any descriptor of a file drops SQLite's locks on it. */
  int is_blind = (fcntl(fd, F_GETFL) & O_ACCMODE) == O_WRONLY;
  int reader = is_blind ? open(path, O_RDONLY | O_CLOEXEC) : fd;
  while ((off64_t)*found < length) {
    ssize_t part = pread64(reader, bytes + *found, length - *found, offset + *found);
    if (part <= 0) abort();
    *found += part;
  }
  if (is_blind) close(reader);
  return bytes;
}

static off64_t size_of(int fd) {
  struct stat64 now;
  return fstat64(fd, &now) == 0 ? now.st_size : 0;
}

/* A write at an offset, or (-1) where the descriptor stands. */
static ssize_t put(int fd, const char *path, const void *bytes, size_t length, off64_t offset) {
  struct state now = read_control();
  if (now.fails & FAIL_WRITES) return errno = now.code, -1;
  pthread_mutex_lock(&turn);
  off64_t size = size_of(fd);
  off64_t at = offset >= 0 ? offset : (fcntl(fd, F_GETFL) & O_APPEND) ? size : lseek64(fd, 0, SEEK_CUR);
  size_t found;
  char *before = bytes_of(fd, path, at, length, size, &found);
  note(WRITE, path, at, size, before, found, bytes, length);
  free(before);
  ssize_t written = offset >= 0 ? REAL(pwrite64)(fd, bytes, length, offset) : REAL(write)(fd, bytes, length);
  pthread_mutex_unlock(&turn);
  return written;
}

static ssize_t put_parts(int fd, const char *path, const struct iovec *parts, int count, off64_t offset) {
  size_t length = 0;
  for (int at = 0; at < count; at++) length += parts[at].iov_len;
  char *bytes = malloc(length + 1), *end = bytes;
  for (int at = 0; at < count; at++) end = mempcpy(end, parts[at].iov_base, parts[at].iov_len);
  ssize_t written = put(fd, path, bytes, length, offset);
  free(bytes);
  return written;
}

static int cut(int fd, const char *path, off64_t length) {
  struct state now = read_control();
  if (now.fails & FAIL_WRITES) return errno = now.code, -1;
  pthread_mutex_lock(&turn);
  off64_t size = size_of(fd);
  size_t found;
  char *before = bytes_of(fd, path, length, size - length, size, &found);
  note(CUT, path, length, size, before, found, NULL, 0);
  free(before);
  int answer = REAL(ftruncate64)(fd, length);
  pthread_mutex_unlock(&turn);
  return answer;
}

static int sync_with(int (*how)(int), int fd) {
  char path[PATH_MAX];
  if (!is_watched(fd, path)) return how(fd);
  int slow_ms = read_control().slow_ms;
  struct timespec pause = {slow_ms / 1000, slow_ms % 1000 * 1000000L};
  if (slow_ms > 0) nanosleep(&pause, NULL);
  pthread_mutex_lock(&turn);
  int is_failing = read_control().fails & FAIL_SYNCS;
  int answer = is_failing ? -1 : how(fd);
  /* As Linux does it: after a failed sync the pages count as clean, and no later sync brings them to the disk. */
  note(answer == 0 ? SYNCED : SYNC_FAILED, path, 0, 0, NULL, 0, NULL, 0);
  if (is_failing) errno = EIO;
  pthread_mutex_unlock(&turn);
  return answer;
}

int fsync(int fd) { return sync_with(REAL(fsync), fd); }
int fdatasync(int fd) { return sync_with(REAL(fdatasync), fd); }

ssize_t write(int fd, const void *bytes, size_t length) {
  char path[PATH_MAX];
  return is_watched(fd, path) ? put(fd, path, bytes, length, -1) : REAL(write)(fd, bytes, length);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  char path[PATH_MAX];
  return is_watched(fd, path) ? put(fd, path, bytes, length, offset) : REAL(pwrite64)(fd, bytes, length, offset);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  return pwrite64(fd, bytes, length, offset);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  char path[PATH_MAX];
  return is_watched(fd, path) ? put_parts(fd, path, parts, count, -1) : REAL(writev)(fd, parts, count);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) {
  char path[PATH_MAX];
  return is_watched(fd, path) ? put_parts(fd, path, parts, count, offset) : REAL(pwritev64)(fd, parts, count, offset);
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  return pwritev64(fd, parts, count, offset);
}
int ftruncate64(int fd, off64_t length) {
  char path[PATH_MAX];
  return is_watched(fd, path) ? cut(fd, path, length) : REAL(ftruncate64)(fd, length);
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int unlinked(int answer, const char *path) {
  if (answer != 0 || !is_watched_path(path)) return answer;
  pthread_mutex_lock(&turn);
  note(UNLINKED, path, 0, 0, NULL, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return answer;
}
int unlink(const char *path) { return unlinked(REAL(unlink)(path), path); }
int unlinkat(int at, const char *path, int flags) { return unlinked(REAL(unlinkat)(at, path, flags), path); }
int rename(const char *from, const char *to) {
  int answer = REAL(rename)(from, to);
  if (answer != 0 || !is_watched_path(from)) return answer;
  pthread_mutex_lock(&turn);
  note(RENAMED, from, 0, 0, NULL, 0, to, strlen(to));
  pthread_mutex_unlock(&turn);
  return answer;
}
