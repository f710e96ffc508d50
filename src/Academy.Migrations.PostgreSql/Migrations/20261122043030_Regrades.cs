using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Regrades : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Sandboxes",
                table: "Grading_Worker",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Counts",
                table: "Grading_GradingRun",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Grading_Regrade",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectSlug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    OnlyReleaseId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    WithReleaseId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AppliedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grading_Regrade", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Grading_RegradeItem",
                columns: table => new
                {
                    RegradeId = table.Column<Guid>(type: "uuid", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    LearnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OldPercent = table.Column<int>(type: "integer", nullable: false),
                    OldIsValidated = table.Column<bool>(type: "boolean", nullable: false),
                    OldReleaseId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    IsApplied = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grading_RegradeItem", x => new { x.RegradeId, x.RunId });
                    table.ForeignKey(
                        name: "FK_Grading_RegradeItem_Grading_Regrade_RegradeId",
                        column: x => x.RegradeId,
                        principalTable: "Grading_Regrade",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Grading_GradingRun_RegradeId",
                table: "Grading_GradingRun",
                column: "RegradeId");

            migrationBuilder.CreateIndex(
                name: "IX_Grading_Regrade_AskedAt",
                table: "Grading_Regrade",
                column: "AskedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Grading_RegradeItem");

            migrationBuilder.DropTable(
                name: "Grading_Regrade");

            migrationBuilder.DropIndex(
                name: "IX_Grading_GradingRun_RegradeId",
                table: "Grading_GradingRun");

            migrationBuilder.DropColumn(
                name: "Sandboxes",
                table: "Grading_Worker");

            migrationBuilder.DropColumn(
                name: "Counts",
                table: "Grading_GradingRun");
        }
    }
}
