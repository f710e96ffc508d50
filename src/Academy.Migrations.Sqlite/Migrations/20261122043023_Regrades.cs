using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.Sqlite.Migrations
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
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Counts",
                table: "Grading_GradingRun",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Grading_Regrade",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectSlug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OnlyReleaseId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    WithReleaseId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AppliedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grading_Regrade", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Grading_RegradeItem",
                columns: table => new
                {
                    RegradeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OldPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    OldIsValidated = table.Column<bool>(type: "INTEGER", nullable: false),
                    OldReleaseId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IsApplied = table.Column<bool>(type: "INTEGER", nullable: false)
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
