using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Teams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "TeamChangedAt",
                table: "Enrolment_Attempt",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "TeamChangedAt",
                table: "Enrolment_Attempt");
        }
    }
}
