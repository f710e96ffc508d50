using System.Formats.Tar;
using System.Text;
using static Academy.Sandbox.Tests.Programs;

namespace Academy.Sandbox.Tests;

[Collection(nameof(Engine))]
public sealed class FilesTests(Engine engine)
{
    [Fact]
    public async Task What_a_program_wrote_can_be_read()
    {
        await using var sandbox = await engine.StartAsync();
        await sandbox.RunAsync(Bash("mkdir -p a/b && head -c 100000 /dev/zero > a/b/'é c.txt' && : > empty"));

        var file = await sandbox.ReadAsync("/work/a/b/é c.txt", 100_000);

        (file.State, file.Content.Length).ShouldBe((SandboxFileState.Found, 100_000));
        (await sandbox.ReadAsync("/work/empty")).State.ShouldBe(SandboxFileState.Found);
    }

    [Theory]
    [InlineData(":", SandboxFileState.Missing)]
    [InlineData("mkdir -p dir", SandboxFileState.Missing)]
    [InlineData("ln -s /etc/passwd dir/file", SandboxFileState.Refused)]
    [InlineData("echo x > dir/other; ln -s other dir/file", SandboxFileState.Refused)]
    [InlineData("rm -r dir; ln -s /etc dir; mkdir /tmp/t; echo x > /tmp/t/file; rm dir; ln -s /tmp/t dir", SandboxFileState.Refused)]
    [InlineData("mkfifo dir/file", SandboxFileState.Refused)]
    [InlineData("mkfifo dir/file; exec 3<>dir/file; echo x >&3; sleep 100 &", SandboxFileState.Refused)]
    [InlineData("mkdir dir/file", SandboxFileState.Refused)]
    [InlineData("echo x > dir/file; chmod 000 dir/file", SandboxFileState.Refused)]
    [InlineData("echo x > dir/file; chmod 000 dir", SandboxFileState.Refused)]
    [InlineData("rm -r dir; echo x > dir", SandboxFileState.Refused)]
    [InlineData("head -c 1001 /dev/zero > dir/file", SandboxFileState.TooLarge)]
    [InlineData("truncate -s 8M dir/file", SandboxFileState.TooLarge)]
    public async Task Only_a_regular_file_in_real_directories_is_read(string script, SandboxFileState state)
    {
        await using var sandbox = await engine.StartAsync();
        await sandbox.RunAsync(Bash("mkdir dir;" + script));

        var file = await sandbox.ReadAsync("/work/dir/file");

        (file.State, file.Content.Length).ShouldBe((state, 0));
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/full")]
    [InlineData("/work/")]
    [InlineData("/")]
    public async Task Devices_and_directories_are_refused(string path)
    {
        await using var sandbox = await engine.StartAsync();

        (await sandbox.ReadAsync(path)).State.ShouldBe(SandboxFileState.Refused);
    }

    [Theory]
    [InlineData("work/file")]
    [InlineData("/work/../etc/passwd")]
    public async Task A_path_is_absolute_and_goes_down_only(string path)
    {
        await using var sandbox = await engine.StartAsync();

        await Should.ThrowAsync<ArgumentException>(() => sandbox.ReadAsync(path));
    }

    [Fact]
    public async Task An_archive_wins_over_whatever_is_there()
    {
        await using var sandbox = await engine.StartAsync();
        await sandbox.RunAsync(Bash("""
            mkdir -p /tmp/away tests.py/in/the/way real
            echo mine > real/file && chmod 444 real/file
            echo mine > run.sh && ln run.sh hard
            ln -s /tmp/away linked
            ln -s /tmp/away/target file-link
            """));

        var unpacked = await sandbox.UnpackAsync(
            Tar(("tests.py", "1"), ("real/file", "2"), ("run.sh", "3"), ("linked/", ""), ("linked/file", "4"), ("file-link", "5")), "/work", default);

        unpacked.Error().ShouldBeEmpty();
        unpacked.Succeeded.ShouldBeTrue();
        (await sandbox.RunAsync(Bash("cat tests.py real/file run.sh linked/file file-link hard; find /tmp/away -mindepth 1"))).Out().ShouldBe("12345mine\n");
    }

    [Fact]
    [Trait("Hostile", "30")]
    public async Task An_archive_cannot_leave_its_directory()
    {
        await using var sandbox = await engine.StartAsync();
        var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "../tmp/up") { DataStream = new MemoryStream("x"u8.ToArray()) });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "out") { LinkName = "/tmp" });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "out/through") { DataStream = new MemoryStream("x"u8.ToArray()) });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "/tmp/absolute") { DataStream = new MemoryStream("x"u8.ToArray()) });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.HardLink, "hard") { LinkName = "/etc/passwd" });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.BlockDevice, "disk") { DeviceMajor = 254, DeviceMinor = 0 });
        }

        stream.Position = 0;

        var unpacked = await sandbox.UnpackAsync(stream, "/work", default);

        unpacked.Succeeded.ShouldBeFalse();
        (await sandbox.RunAsync(Bash("find /tmp -mindepth 1; ls hard disk"))).Out().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_archive_that_does_not_fit_is_DiskFull()
    {
        await using var sandbox = await engine.StartAsync();

        var unpacked = await sandbox.UnpackAsync(Tar(("a", new string('x', 5 << 20)), ("b", new string('x', 5 << 20))), "/work", default);

        unpacked.Ending.ShouldBe(SandboxEnding.DiskFull);
    }

    [Fact]
    public async Task After_a_reset_nothing_is_left_of_what_programs_wrote()
    {
        await using var sandbox = await engine.StartAsync("academy/python");
        await sandbox.RunAsync(Bash("""
            mkdir -p closed/inside && echo x > closed/inside/file && chmod 000 closed/inside closed
            for i in $(seq 300); do mkdir deep && cd deep; done 2>/dev/null; cd /work
            mkdir .supervisor-0 .supervisor-1; echo x > .supervisor-2; touch -- -rf '*' $'new\nline'
            ln -s /etc etc; mkfifo fifo; echo x > /tmp/.hidden; echo x > /report/junit.xml; echo x > /dev/shm/poison
            chmod 000 /work /tmp
            """));
        await sandbox.RunAsync(Python("""
            import ctypes, os
            assert ctypes.CDLL(None).mq_open(b'/poison', os.O_CREAT | os.O_RDWR, 0o600, None) >= 0
            """));

        await sandbox.ResetAsync(default);

        var left = await sandbox.RunAsync(Bash("find /work /tmp /report /dev/shm /dev/mqueue -mindepth 1; echo x > /work/file && cat /work/file"));
        (left.Out(), left.Error()).ShouldBe(("x\n", ""));
        (await sandbox.UnpackAsync(Tar(("a", "a")), "/tmp", default)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Directories_deeper_than_any_path_are_emptied_too()
    {
        await using var sandbox = await engine.StartAsync("academy/python", spec => spec with { DiskFiles = 20_000 });
        var made = await sandbox.RunAsync(Python("""
            import os
            for i in range(15000):
                os.mkdir('d'); os.chdir('d')
            """));
        made.Error().ShouldBeEmpty();

        await sandbox.ResetAsync(default);

        (await sandbox.RunAsync(Bash("ls -A /work; df --output=iused /work | tail -n 1"))).Out().Trim().ShouldBe("1");
    }

    [Fact]
    public async Task Text_in_every_encoding_arrives_as_it_is()
    {
        await using var sandbox = await engine.StartAsync();
        byte[] odd = [0, 0xFF, 0xFE, 0x1B, .. Encoding.UTF8.GetBytes("‮"), 13, 10];
        await sandbox.RunAsync(new SandboxCommand("tee", "copy") { Input = odd });

        (await sandbox.ReadAsync("/work/copy")).Content.ToArray().ShouldBe(odd);
    }
}
