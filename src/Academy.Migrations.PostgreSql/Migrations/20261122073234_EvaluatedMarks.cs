using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class EvaluatedMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Graded_Passes",
                table: "Progress_ProjectResult",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Graded_Percent",
                table: "Progress_ProjectResult",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Graded_ReleaseId",
                table: "Progress_ProjectResult",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Graded_Xp",
                table: "Progress_ProjectResult",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LeftOut",
                table: "Grading_Regrade",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FailedAt",
                table: "Enrolment_AttemptMember",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "HandedInAt",
                table: "Enrolment_Attempt",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Enrolment_Attempt",
                type: "integer",
                nullable: false,
                defaultValue: -1);

            migrationBuilder.CreateTable(
                name: "Progress_WorkMark",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    LearnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectSlug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Mark_Passes = table.Column<bool>(type: "boolean", nullable: false),
                    Mark_Percent = table.Column<int>(type: "integer", nullable: false),
                    Mark_ReleaseId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Mark_Xp = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Progress_WorkMark", x => new { x.AttemptId, x.LearnerId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Progress_WorkMark_LearnerId_ProjectSlug",
                table: "Progress_WorkMark",
                columns: new[] { "LearnerId", "ProjectSlug" });

            // Until now every mark was the grader's.
            migrationBuilder.Sql("""
                UPDATE "Progress_ProjectResult" SET "Graded_Percent" = "BestPercent", "Graded_Xp" = "Xp",
                    "Graded_ReleaseId" = "ReleaseId", "Graded_Passes" = "ValidatedAt" IS NOT NULL;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Progress_WorkMark");

            migrationBuilder.DropColumn(
                name: "Graded_Passes",
                table: "Progress_ProjectResult");

            migrationBuilder.DropColumn(
                name: "Graded_Percent",
                table: "Progress_ProjectResult");

            migrationBuilder.DropColumn(
                name: "Graded_ReleaseId",
                table: "Progress_ProjectResult");

            migrationBuilder.DropColumn(
                name: "Graded_Xp",
                table: "Progress_ProjectResult");

            migrationBuilder.DropColumn(
                name: "LeftOut",
                table: "Grading_Regrade");

            migrationBuilder.DropColumn(
                name: "FailedAt",
                table: "Enrolment_AttemptMember");

            migrationBuilder.DropColumn(
                name: "HandedInAt",
                table: "Enrolment_Attempt");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Enrolment_Attempt");
        }
    }
}
