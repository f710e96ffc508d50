using System.Net;
using System.Net.Sockets;
using static Academy.Sandbox.Tests.Programs;

namespace Academy.Sandbox.Tests;

/// <summary>What programs try that want more than to be graded.</summary>
[Collection(nameof(Engine))]
public sealed class HostilityTests(Engine engine)
{
    [Fact]
    [Trait("Hostile", "4")]
    public async Task No_secret_is_in_arguments_environments_or_proc()
    {
        await using var sandbox = await engine.StartAsync();
        await sandbox.RunAsync(Bash(": the-hidden-tests") with { Input = "the-hidden-input"u8.ToArray() });
        await sandbox.UnpackAsync(Tar(("hidden", "the-hidden-file")), "/report", default);
        await sandbox.ResetAsync(default);

        var result = await sandbox.RunAsync(Bash("""
            a=the; grep -rs --text "$a-hidden" /work /tmp /report /dev/shm /proc/[0-9]*/cmdline /proc/[0-9]*/environ /proc/[0-9]*/fd /proc/1/mem /proc/1/maps
            cat /proc/1/environ /proc/1/maps; ls -l /proc/1/fd
            """));

        result.Out().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_supervisor_cannot_be_killed_traced_read_or_spoken_for()
    {
        await using var sandbox = await engine.StartAsync("academy/python");

        var result = await sandbox.RunAsync(Python("""
            import ctypes, os, resource, signal
            libc = ctypes.CDLL(None, use_errno=True)

            def refused(what, call):
                try: failed = call() in (-1, None) and ctypes.get_errno() != 0
                except OSError: failed = True
                print(what, 'refused' if failed else 'ALLOWED')

            refused('mem', lambda: open('/proc/1/mem', 'rb'))
            refused('stdout', lambda: open('/proc/1/fd/1', 'wb'))
            refused('stdin', lambda: open('/proc/1/fd/0', 'rb'))
            refused('attach', lambda: libc.ptrace(16, 1, 0, 0))
            refused('seize', lambda: libc.ptrace(0x4206, 1, 0, 0))
            refused('getfd', lambda: libc.syscall(438, os.pidfd_open(1), 1, 0))
            refused('limit', lambda: resource.prlimit(1, resource.RLIMIT_NOFILE, (3, 3)))
            buffer = ctypes.create_string_buffer(8)
            vector = (ctypes.c_void_p * 2)(ctypes.addressof(buffer), 8)
            refused('writev', lambda: libc.process_vm_writev(1, vector, 1, vector, 1, 0))
            for number in (signal.SIGTERM, signal.SIGKILL, signal.SIGSTOP, signal.SIGCHLD, signal.SIGALRM, signal.SIGSEGV): os.kill(1, number)
            refused('everybody', lambda: os.kill(-1, signal.SIGSTOP))
            """));

        result.Error().ShouldBeEmpty();
        result.Out().ShouldBe("mem refused\nstdout refused\nstdin refused\nattach refused\nseize refused\ngetfd refused\nlimit refused\nwritev refused\neverybody refused\n");
        (await sandbox.RunAsync(Bash("kill -9 -1; echo still here"))).Out().ShouldBe("still here\n");
    }

    [Fact]
    [Trait("Hostile", "12")]
    public async Task Nothing_that_was_set_for_one_command_reaches_the_next()
    {
        await using var sandbox = await engine.StartAsync("academy/python");
        await sandbox.RunAsync(Bash("""
            export LD_PRELOAD=/tmp/evil.so PYTHONSTARTUP=/tmp/evil.py NODE_OPTIONS=--require=/tmp/evil.js
            for name in /etc/ld.so.preload /etc/environment /etc/profile /usr/lib/python3/dist-packages/evil.pth; do echo evil >> $name; done
            echo 'echo evil' | tee /tmp/.bashrc /tmp/.bash_profile /tmp/.profile
            mkdir -p /tmp/.local/lib/python3.11/site-packages && echo 'print("evil")' > /tmp/.local/lib/python3.11/site-packages/usercustomize.py
            """));

        await sandbox.ResetAsync(default);

        (await sandbox.RunAsync(Bash("env | grep -E 'LD_|PYTHON|NODE'; cat /etc/ld.so.preload; bash -lc true; python3 -c pass"))).Out().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Hostile", "16")]
    public async Task The_next_sandbox_knows_nothing_of_the_last()
    {
        var plant = Bash("for d in /work /tmp /report /dev/shm /var/tmp /run /home /root /etc /usr /; do echo x > $d/academy-poison; done; true");
        await using (var first = await engine.StartAsync()) await first.RunAsync(plant);

        await using var second = await engine.StartAsync();

        (await second.RunAsync(Bash("find / -name academy-poison 2>/dev/null"))).Out().ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_directories_for_it_can_be_written_in()
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash("find / -xdev -writable -not -type l -not -path '/proc/*' 2>/dev/null; mount | grep -E ' (/work|/tmp|/report|/dev/shm) '"));

        var lines = result.Out().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Where(line => line.StartsWith('/')).Order().ShouldBe(["/report", "/tmp", "/work"]);
        lines.Count(IsMount).ShouldBe(4);
        lines.Where(IsMount).ShouldAllBe(line => line.Contains("nosuid") && line.Contains("nodev") && line.Contains("size=") && line.Contains("nr_inodes="));

        static bool IsMount(string line) => line.StartsWith("tmpfs on ", StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Hostile", "25")]
    public async Task Open_files_and_sockets_run_out_for_nobody_else()
    {
        await using var sandbox = await engine.StartAsync("academy/python");

        var result = await sandbox.RunAsync(Python("""
            import os, socket
            kept = []
            try:
                while True: kept.append(socket.socket(socket.AF_UNIX)); kept.append(os.open('/dev/null', os.O_RDONLY))
            except OSError as error: print(error.strerror, len(kept) < 1100)
            """));

        result.Out().ShouldBe("Too many open files True\n");
        (await sandbox.RunAsync(Bash("cat < /dev/null && echo well"))).Out().ShouldBe("well\n");
    }

    [Fact]
    [Trait("Hostile", "26")]
    public async Task There_is_no_network_and_no_way_to_the_host()
    {
        using var site = new TcpListener(IPAddress.Any, 0);
        site.Start();
        var port = ((IPEndPoint)site.LocalEndpoint).Port;
        var addresses = Dns.GetHostAddresses(Dns.GetHostName(), AddressFamily.InterNetwork).Select(address => address.ToString());
        await using var sandbox = await engine.StartAsync("academy/python");

        var result = await sandbox.RunAsync(Python($$"""
            import os, socket
            def reach(host, port):
                try: socket.create_connection((host, port), 1); print('REACHED', host, port)
                except OSError: pass
            for host in '127.0.0.1 172.17.0.1 169.254.169.254 192.0.2.1 host.docker.internal debian.org ::1 {{string.Join(' ', addresses)}}'.split():
                for port in ({{port}}, 80, 443, 53, 5432): reach(host, port)
            print(sorted(os.listdir('/sys/class/net')))
            """) with { Timeout = TimeSpan.FromSeconds(20) });

        result.Out().ShouldBe("['lo']\n");
        site.Pending().ShouldBeFalse();
    }

    [Fact]
    [Trait("Hostile", "27")]
    public async Task A_neighbour_cannot_be_reached()
    {
        await using var neighbour = await engine.StartAsync("academy/python");
        await using var sandbox = await engine.StartAsync("academy/python");
        var listening = neighbour.RunAsync(Python("""
            import select, socket
            tcp = socket.create_server(('0.0.0.0', 8000)); abstract = socket.socket(socket.AF_UNIX); abstract.bind('\0door'); abstract.listen()
            print('REACHED' if select.select([tcp, abstract], [], [], 1)[0] else 'nobody came')
            """));

        var result = await sandbox.RunAsync(Python("""
            import os, socket, time
            until = time.time() + 0.8
            while time.time() < until:
                for family, address in ((socket.AF_INET, ('127.0.0.1', 8000)), (socket.AF_INET, ('172.17.0.2', 8000)), (socket.AF_UNIX, '\0door')):
                    with socket.socket(family) as door:
                        door.settimeout(0.1)
                        if door.connect_ex(address) == 0: print('REACHED')
            print(os.getpid() < 10)
            """));

        result.Out().ShouldBe("True\n");
        (await listening).Out().ShouldBe("nobody came\n");
    }

    [Fact]
    [Trait("Hostile", "28")]
    public async Task The_engine_s_socket_is_not_there()
    {
        await using var sandbox = await engine.StartAsync();

        (await sandbox.RunAsync(Bash("find / -type s 2>/dev/null; ls -d /var/run/docker.sock /run/docker* /run/containerd"))).Out().ShouldBeEmpty();
    }

    [Fact]
    public async Task No_program_can_gain_a_privilege()
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash("find / -xdev -perm /6000 -type f 2>/dev/null; grep -E '^(Cap|NoNewPrivs|Seccomp:)' /proc/self/status"));

        result.Out().Replace("\t", " ").ShouldBe("""
            CapInh: 0000000000000000
            CapPrm: 0000000000000000
            CapEff: 0000000000000000
            CapBnd: 0000000000000000
            CapAmb: 0000000000000000
            NoNewPrivs: 1
            Seccomp: 2

            """);
    }

    [Fact]
    [Trait("Hostile", "29")]
    public async Task Dangerous_system_calls_are_refused()
    {
        await using var sandbox = await engine.StartAsync("academy/python");

        var result = await sandbox.RunAsync(Python("""
            import ctypes, errno, os
            libc = ctypes.CDLL(None, use_errno=True)
            new_user, new_namespace = 0x10000000, 0x20000
            calls = {
                'setuid': lambda: libc.setuid(0), 'setgid': lambda: libc.setgid(0), 'setgroups': lambda: libc.setgroups(0, None),
                'mount': lambda: libc.mount(b'none', b'/tmp', b'tmpfs', 0, None), 'umount': lambda: libc.umount2(b'/work', 2),
                'unshare': lambda: libc.unshare(new_user), 'setns': lambda: libc.setns(0, 0), 'chroot': lambda: libc.chroot(b'/tmp'),
                'clone': lambda: libc.syscall(56, new_user | 17, 0, 0, 0, 0), 'clone3': lambda: libc.syscall(435, 0, 0),
                'bpf': lambda: libc.syscall(321, 0, 0, 0), 'keyctl': lambda: libc.syscall(250, 0, -3, 0), 'add_key': lambda: libc.syscall(248, b'user', b'a', b'b', 1, -3),
                'io_uring': lambda: libc.syscall(425, 1, ctypes.create_string_buffer(200)), 'perf': lambda: libc.syscall(298, 0, 0, -1, -1, 0),
                'userfaultfd': lambda: libc.syscall(323, 1), 'mknod': lambda: libc.mknod(b'/tmp/disk', 0o60666, 0xfe00), 'reboot': lambda: libc.reboot(0),
                'swapon': lambda: libc.swapon(b'/tmp/x', 0), 'settime': lambda: libc.syscall(227, 0, bytes(16)), 'hostname': lambda: libc.sethostname(b'x', 1),
                'nice': lambda: libc.setpriority(0, 0, -5), 'x32': lambda: libc.syscall(0x40000000 + 39), 'module': lambda: libc.syscall(175, 0, 0, b''),
            }
            for name, call in calls.items():
                ctypes.set_errno(0)
                if call() != -1: print(name, 'ALLOWED')
                elif ctypes.get_errno() not in (errno.EPERM, errno.EACCES, errno.ENOSYS): print(name, errno.errorcode[ctypes.get_errno()])
            """));

        (result.Out(), result.Error()).ShouldBe(("", ""));
    }

    [Theory]
    [InlineData("echo 1 > /proc/sys/kernel/panic")]
    [InlineData("echo c > /proc/sysrq-trigger")]
    [InlineData("echo max > /sys/fs/cgroup/pids.max || echo max > /sys/fs/cgroup/pids/pids.max")]
    [InlineData("head -c 1 /proc/kcore")]
    [InlineData("dmesg")]
    [InlineData("ulimit -n 100000")]
    [InlineData("ulimit -c unlimited")]
    [InlineData("chmod u+s /bin/bash")]
    public async Task The_kernel_s_controls_are_out_of_reach(string script)
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash(script));

        result.Ending.ShouldBe(SandboxEnding.Exited);
        result.ExitCode.ShouldNotBe(0);
        result.Out().ShouldBeEmpty();
    }
}
