using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Academy.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Accounts_Invitation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Roles = table.Column<int>(type: "integer", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    InvitedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UsedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    UsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts_Invitation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Accounts_SecurityEvent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Detail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts_SecurityEvent", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Accounts_User",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SearchText = table.Column<string>(type: "character varying(335)", maxLength: 335, nullable: false),
                    Roles = table.Column<int>(type: "integer", nullable: false),
                    Language = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LockedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UserName = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts_User", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Curriculum_FrozenRelease",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ActivatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Curriculum_FrozenRelease", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Enrolment_Attempt",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LearnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectSlug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ReleaseId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ValidatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enrolment_Attempt", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Grading_GradingRun",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    LearnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectSlug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ReleaseId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Commit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Phase = table.Column<int>(type: "integer", nullable: false),
                    QueuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Worker = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    Verdict = table.Column<int>(type: "integer", nullable: true),
                    Score = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    MaxScore = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    Notice = table.Column<string>(type: "text", nullable: true),
                    CpuMs = table.Column<long>(type: "bigint", nullable: true),
                    PeakMemoryBytes = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grading_GradingRun", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Kernel_OutboxLease",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Holder = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kernel_OutboxLease", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Kernel_OutboxMessage",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Reaction = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Aggregate = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Error = table.Column<string>(type: "text", nullable: true),
                    IsPoison = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kernel_OutboxMessage", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Progress_LearnerLevel",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Xp = table.Column<int>(type: "integer", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Progress_LearnerLevel", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Progress_ProjectResult",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LearnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectSlug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    BestPercent = table.Column<int>(type: "integer", nullable: false),
                    Xp = table.Column<int>(type: "integer", nullable: false),
                    ReleaseId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ValidatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Progress_ProjectResult", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Repositories_PendingPush",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    PushedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Repositories_PendingPush", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Repositories_Repository",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Owner = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Name = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: false),
                    Head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PushedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Repositories_Repository", x => x.AttemptId);
                });

            migrationBuilder.CreateTable(
                name: "Accounts_AccessToken",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Scopes = table.Column<List<string>>(type: "text[]", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastUsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts_AccessToken", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_AccessToken_Accounts_User_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts_User",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Accounts_IdentityUserPasskey",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts_IdentityUserPasskey", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_Accounts_IdentityUserPasskey_Accounts_User_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts_User",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Accounts_Session",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Device = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts_Session", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_Session_Accounts_User_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts_User",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Grading_TestResult",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    TestId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: false),
                    Detail = table.Column<string>(type: "text", nullable: true),
                    Output = table.Column<string>(type: "text", nullable: true),
                    OutputIsCut = table.Column<bool>(type: "boolean", nullable: false),
                    Errors = table.Column<string>(type: "text", nullable: true),
                    Points = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    MaxPoints = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    DurationMs = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grading_TestResult", x => new { x.RunId, x.Position });
                    table.ForeignKey(
                        name: "FK_Grading_TestResult_Grading_GradingRun_RunId",
                        column: x => x.RunId,
                        principalTable: "Grading_GradingRun",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "Kernel_OutboxLease",
                columns: new[] { "Id", "Holder", "Until" },
                values: new object[] { 1, "", new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_AccessToken_Hash",
                table: "Accounts_AccessToken",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_AccessToken_UserId",
                table: "Accounts_AccessToken",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_IdentityUserPasskey_UserId",
                table: "Accounts_IdentityUserPasskey",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Invitation_CreatedAt",
                table: "Accounts_Invitation",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Invitation_Hash",
                table: "Accounts_Invitation",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_SecurityEvent_At",
                table: "Accounts_SecurityEvent",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_SecurityEvent_UserId_At",
                table: "Accounts_SecurityEvent",
                columns: new[] { "UserId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Session_UserId",
                table: "Accounts_Session",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_User_NormalizedEmail",
                table: "Accounts_User",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_User_NormalizedUserName",
                table: "Accounts_User",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Curriculum_FrozenRelease_ActivatedAt",
                table: "Curriculum_FrozenRelease",
                column: "ActivatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolment_Attempt_LearnerId_ProjectSlug",
                table: "Enrolment_Attempt",
                columns: new[] { "LearnerId", "ProjectSlug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Grading_GradingRun_AttemptId_Commit",
                table: "Grading_GradingRun",
                columns: new[] { "AttemptId", "Commit" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Grading_GradingRun_State_DueAt",
                table: "Grading_GradingRun",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Kernel_OutboxMessage_DueAt",
                table: "Kernel_OutboxMessage",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Progress_ProjectResult_LearnerId_ProjectSlug",
                table: "Progress_ProjectResult",
                columns: new[] { "LearnerId", "ProjectSlug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Repositories_Repository_Owner_Name",
                table: "Repositories_Repository",
                columns: new[] { "Owner", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Accounts_AccessToken");

            migrationBuilder.DropTable(
                name: "Accounts_IdentityUserPasskey");

            migrationBuilder.DropTable(
                name: "Accounts_Invitation");

            migrationBuilder.DropTable(
                name: "Accounts_SecurityEvent");

            migrationBuilder.DropTable(
                name: "Accounts_Session");

            migrationBuilder.DropTable(
                name: "Curriculum_FrozenRelease");

            migrationBuilder.DropTable(
                name: "Enrolment_Attempt");

            migrationBuilder.DropTable(
                name: "Grading_TestResult");

            migrationBuilder.DropTable(
                name: "Kernel_OutboxLease");

            migrationBuilder.DropTable(
                name: "Kernel_OutboxMessage");

            migrationBuilder.DropTable(
                name: "Progress_LearnerLevel");

            migrationBuilder.DropTable(
                name: "Progress_ProjectResult");

            migrationBuilder.DropTable(
                name: "Repositories_PendingPush");

            migrationBuilder.DropTable(
                name: "Repositories_Repository");

            migrationBuilder.DropTable(
                name: "Accounts_User");

            migrationBuilder.DropTable(
                name: "Grading_GradingRun");
        }
    }
}
