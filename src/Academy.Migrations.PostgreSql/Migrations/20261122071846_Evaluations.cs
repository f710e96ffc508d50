using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Evaluations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Evaluations_BusyTime",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_BusyTime", x => new { x.PersonId, x.StartsAt });
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_CalendarFeed",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_CalendarFeed", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Evaluation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    EvaluatorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RoomName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    CalendarId = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    WaitingSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    BookedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RevealedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reminders = table.Column<int>(type: "integer", nullable: false),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Percent = table.Column<int>(type: "integer", nullable: true),
                    Flag = table.Column<int>(type: "integer", nullable: true),
                    IsHeld = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Evaluation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Evaluator",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    PerDay = table.Column<int>(type: "integer", nullable: true),
                    TakesRecorded = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Evaluator", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Incident",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgainstId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Incident", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_LedgerEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FromAccount = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ToAccount = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Points = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: true),
                    Key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_LedgerEntry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_OpenUnit",
                columns: table => new
                {
                    EvaluatorId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_OpenUnit", x => new { x.EvaluatorId, x.StartsAt });
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_PointAccount",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Balance = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_PointAccount", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Recording",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    FileType = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Recording", x => x.AttemptId);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_WeeklyTime",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EvaluatorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedUntil = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_WeeklyTime", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Work",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaptainId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectSlug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ReleaseId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Commit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    GraderPercent = table.Column<int>(type: "integer", nullable: false),
                    HandedInAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Needed = table.Column<int>(type: "integer", nullable: false),
                    Held = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    WaitingSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsSearching = table.Column<bool>(type: "boolean", nullable: false),
                    IsFirst = table.Column<bool>(type: "boolean", nullable: false),
                    Rung = table.Column<byte>(type: "smallint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Work", x => x.AttemptId);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_WorkMember",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    LearnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_WorkMember", x => new { x.AttemptId, x.LearnerId });
                    table.ForeignKey(
                        name: "FK_Evaluations_WorkMember_Evaluations_Work_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "Evaluations_Work",
                        principalColumn: "AttemptId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_BusyTime_EvaluationId",
                table: "Evaluations_BusyTime",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_CalendarFeed_Hash",
                table: "Evaluations_CalendarFeed",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Evaluation_AttemptId_EvaluatorId",
                table: "Evaluations_Evaluation",
                columns: new[] { "AttemptId", "EvaluatorId" },
                unique: true,
                filter: "\"IsHeld\"");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Evaluation_EvaluatorId_StartsAt",
                table: "Evaluations_Evaluation",
                columns: new[] { "EvaluatorId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Evaluation_State_StartsAt",
                table: "Evaluations_Evaluation",
                columns: new[] { "State", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Incident_At",
                table: "Evaluations_Incident",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Incident_EvaluationId",
                table: "Evaluations_Incident",
                column: "EvaluationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_LedgerEntry_FromAccount_At",
                table: "Evaluations_LedgerEntry",
                columns: new[] { "FromAccount", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_LedgerEntry_Key",
                table: "Evaluations_LedgerEntry",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_LedgerEntry_SubjectId",
                table: "Evaluations_LedgerEntry",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_LedgerEntry_ToAccount_At",
                table: "Evaluations_LedgerEntry",
                columns: new[] { "ToAccount", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_OpenUnit_EvaluationId",
                table: "Evaluations_OpenUnit",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_OpenUnit_StartsAt",
                table: "Evaluations_OpenUnit",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_WeeklyTime_EvaluatorId",
                table: "Evaluations_WeeklyTime",
                column: "EvaluatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Work_State_WaitingSince",
                table: "Evaluations_Work",
                columns: new[] { "State", "WaitingSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_WorkMember_LearnerId",
                table: "Evaluations_WorkMember",
                column: "LearnerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Evaluations_BusyTime");

            migrationBuilder.DropTable(
                name: "Evaluations_CalendarFeed");

            migrationBuilder.DropTable(
                name: "Evaluations_Evaluation");

            migrationBuilder.DropTable(
                name: "Evaluations_Evaluator");

            migrationBuilder.DropTable(
                name: "Evaluations_Incident");

            migrationBuilder.DropTable(
                name: "Evaluations_LedgerEntry");

            migrationBuilder.DropTable(
                name: "Evaluations_OpenUnit");

            migrationBuilder.DropTable(
                name: "Evaluations_PointAccount");

            migrationBuilder.DropTable(
                name: "Evaluations_Recording");

            migrationBuilder.DropTable(
                name: "Evaluations_WeeklyTime");

            migrationBuilder.DropTable(
                name: "Evaluations_WorkMember");

            migrationBuilder.DropTable(
                name: "Evaluations_Work");
        }
    }
}
